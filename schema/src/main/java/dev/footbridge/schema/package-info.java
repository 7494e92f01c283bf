/** Arguments declared by a raw JSON Schema document. The only package that knows a JSON Schema library. */
@NullMarked
package dev.footbridge.schema;

import org.jspecify.annotations.NullMarked;
