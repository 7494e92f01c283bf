/** Proof of the whole house: layering, shape, and that what docs/spec-map.md claims is there. */
@NullMarked
package dev.footbridge.verification;

import org.jspecify.annotations.NullMarked;
