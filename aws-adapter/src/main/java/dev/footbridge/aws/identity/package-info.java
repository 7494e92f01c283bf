/** Callers that AWS has identified before the function was asked. */
@NullMarked
package dev.footbridge.aws.identity;

import org.jspecify.annotations.NullMarked;
