/** A pack to copy. */
@NullMarked
package dev.footbridge.app.sample;

import org.jspecify.annotations.NullMarked;
