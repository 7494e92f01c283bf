/** Rewrites compiled classes so that a start spins none for lambdas and method references (docs/adr/0019). */
@NullMarked
package dev.footbridge.closures;

import org.jspecify.annotations.NullMarked;
