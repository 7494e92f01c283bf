/**
 * What {@code verification/fuzz} feeds with bytes that grow towards new branches. Each target says what must hold of
 * any bytes.
 */
@NullMarked
package dev.footbridge.verification.fuzz;

import org.jspecify.annotations.NullMarked;
