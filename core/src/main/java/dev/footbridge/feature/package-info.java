/** What an author offers: tools, resources, prompts, and the immutable sets that hold them. */
@NullMarked
package dev.footbridge.feature;

import org.jspecify.annotations.NullMarked;
