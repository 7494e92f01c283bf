/** What a start and a call cost when there is more of something. */
@NullMarked
package dev.footbridge.benchmarks.growth;

import org.jspecify.annotations.NullMarked;
