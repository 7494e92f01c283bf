/** What a function costs from its load to its first answer. */
@NullMarked
package dev.footbridge.benchmarks.function;

import org.jspecify.annotations.NullMarked;
