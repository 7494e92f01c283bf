/** The app on one's own machine. */
@NullMarked
package dev.footbridge.dist.local;

import org.jspecify.annotations.NullMarked;
