/**
 * Lambda's Runtime API, spoken by ourselves: the client of the managed runtime holds a response back until it is
 * complete, and takes longer to start.
 */
@NullMarked
package dev.footbridge.aws.runtime;

import org.jspecify.annotations.NullMarked;
