/** What the single steps of a warm call cost. Ships nothing. */
@NullMarked
package dev.footbridge.benchmarks.step;

import org.jspecify.annotations.NullMarked;
