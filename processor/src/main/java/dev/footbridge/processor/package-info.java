/**
 * The annotation processor: reads classes marked {@code @McpTools} and writes for each the module that serves it.
 * Nothing of it is there at run time.
 */
@NullMarked
package dev.footbridge.processor;

import org.jspecify.annotations.NullMarked;
