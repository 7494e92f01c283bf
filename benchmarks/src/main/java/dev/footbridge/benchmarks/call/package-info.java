/** What one call of a ten-field record costs, in ours and in the stacks that Java servers are made of else. */
@NullMarked
package dev.footbridge.benchmarks.call;

import org.jspecify.annotations.NullMarked;
