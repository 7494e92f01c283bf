/** What a server is made of that a cloud calls as a function, whichever cloud it is. */
@NullMarked
package dev.footbridge.function;

import org.jspecify.annotations.NullMarked;
