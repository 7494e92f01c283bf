/** From an HTTP request or a line of stdio to the method that answers it. */
@NullMarked
package dev.footbridge.dispatch;

import org.jspecify.annotations.NullMarked;
