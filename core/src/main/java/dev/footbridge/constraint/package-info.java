/** What an argument must be beyond its type: each is published in the JSON Schema and checked before the tool runs. */
@NullMarked
package dev.footbridge.constraint;

import org.jspecify.annotations.NullMarked;
