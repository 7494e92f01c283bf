/**
 * Turns what an annotated class says into the Java source of the module that serves it. {@code ModuleWriter} is the
 * door; a class here writes one kind of feature, or one half of a codec.
 *
 * <p>What is written obeys three rules. Nothing of it uses reflection, a lambda or string concatenation, so that no
 * {@code invokedynamic} is linked at start. What one call needs is in one nested class, which is loaded by that call.
 * And it reads as if a person had written it, because people will step through it.
 */
@NullMarked
package dev.footbridge.processor.write;

import org.jspecify.annotations.NullMarked;
