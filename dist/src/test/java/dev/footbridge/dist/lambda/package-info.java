/** What starts the function. */
@NullMarked
package dev.footbridge.dist.lambda;

import org.jspecify.annotations.NullMarked;
