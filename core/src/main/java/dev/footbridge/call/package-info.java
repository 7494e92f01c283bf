/**
 * One call as its handler sees it: who calls, with which client, until when, how to talk back, and what is kept between
 * calls.
 */
@NullMarked
package dev.footbridge.call;

import org.jspecify.annotations.NullMarked;
