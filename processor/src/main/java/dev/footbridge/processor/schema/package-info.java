/** Writes JSON Schema 2020-12 of what {@link dev.footbridge.processor.model} says. */
@NullMarked
package dev.footbridge.processor.schema;

import org.jspecify.annotations.NullMarked;
