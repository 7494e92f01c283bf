/**
 * From the compiler's elements to the model, with every mistake reported at the element that makes it. Begin with
 * {@code ModuleReader}; each kind of feature has a reader, and all types go through {@code TypeReader}.
 */
@NullMarked
package dev.footbridge.processor.read;

import org.jspecify.annotations.NullMarked;
