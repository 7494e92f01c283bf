/** Where causes go that no client may read. */
@NullMarked
package dev.footbridge.log;

import org.jspecify.annotations.NullMarked;
