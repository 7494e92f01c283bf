/** AWS Lambda as far as a function can see it, on this machine: the Runtime API, and the front doors before it. */
@NullMarked
package dev.footbridge.testkit.lambda;

import org.jspecify.annotations.NullMarked;
