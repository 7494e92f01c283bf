/** Proves that a published schema and the generated reader behind it accept the same documents. */
@NullMarked
package dev.footbridge.processor.agreement;

import org.jspecify.annotations.NullMarked;
