/** What the commands that try a function on one's own machine have in common. */
@NullMarked
package dev.footbridge.function.program;

import org.jspecify.annotations.NullMarked;
