/** A strict JSON tree, its reader and its writer. No library is behind it. */
@NullMarked
package dev.footbridge.json;

import org.jspecify.annotations.NullMarked;
