/** What is rewritten does what it did before. */
@NullMarked
package dev.footbridge.closures;

import org.jspecify.annotations.NullMarked;
