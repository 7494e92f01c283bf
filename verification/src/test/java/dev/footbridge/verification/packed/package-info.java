@NullMarked
package dev.footbridge.verification.packed;

import org.jspecify.annotations.NullMarked;
