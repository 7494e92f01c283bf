/**
 * AWS Lambda around the core: a handler for the managed runtime, a loop of our own that streams, and what both need.
 */
@NullMarked
package dev.footbridge.aws;

import org.jspecify.annotations.NullMarked;
