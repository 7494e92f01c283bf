/** The app as a Lambda function. */
@NullMarked
package dev.footbridge.dist.lambda;

import org.jspecify.annotations.NullMarked;
