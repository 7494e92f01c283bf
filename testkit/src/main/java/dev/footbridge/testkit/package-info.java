/**
 * What every store and adapter must do, as tests to extend and as transcripts, conversations in data files that run
 * through any adapter; and the fakes they need.
 */
@NullMarked
package dev.footbridge.testkit;

import org.jspecify.annotations.NullMarked;
