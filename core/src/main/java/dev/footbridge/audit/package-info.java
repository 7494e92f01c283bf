/**
 * What is recorded of every call, whatever became of it: one line of JSON each, none of which can be changed, taken out
 * or put elsewhere without a trace.
 */
@NullMarked
package dev.footbridge.audit;

import org.jspecify.annotations.NullMarked;
