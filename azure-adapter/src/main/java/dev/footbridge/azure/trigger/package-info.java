/** Requests and answers of the HTTP trigger, as the Functions host passes them to a Java worker. */
@NullMarked
package dev.footbridge.azure.trigger;

import org.jspecify.annotations.NullMarked;
