/** Every transcript through every adapter, and every message of theirs against the official schemas. */
@NullMarked
package dev.footbridge.verification.transcript;

import org.jspecify.annotations.NullMarked;
