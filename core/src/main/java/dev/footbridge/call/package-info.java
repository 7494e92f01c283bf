/** One call as its handler sees it: who calls, with which client, until when, and how to talk back. */
@NullMarked
package dev.footbridge.call;

import org.jspecify.annotations.NullMarked;
