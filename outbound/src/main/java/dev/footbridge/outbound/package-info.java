/** HTTP requests that tools make, to where they are meant to go and nowhere else. */
@NullMarked
package dev.footbridge.outbound;

import org.jspecify.annotations.NullMarked;
