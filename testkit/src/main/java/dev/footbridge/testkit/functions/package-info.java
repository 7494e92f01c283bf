/** Azure Functions as far as a function of Java can see it, on this machine: front end, host and worker. */
@NullMarked
package dev.footbridge.testkit.functions;

import org.jspecify.annotations.NullMarked;
