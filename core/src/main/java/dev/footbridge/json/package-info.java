/** A strict JSON tree, its reader and its writer. The only package that knows a JSON library. */
@NullMarked
package dev.footbridge.json;

import org.jspecify.annotations.NullMarked;
