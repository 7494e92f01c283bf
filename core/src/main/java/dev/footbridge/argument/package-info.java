/** Typed fields: one object is the schema that is published and the check and reader that run. */
@NullMarked
package dev.footbridge.argument;

import org.jspecify.annotations.NullMarked;
