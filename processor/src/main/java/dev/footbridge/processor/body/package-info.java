/**
 * Looks into the bodies of methods that ask questions, for what goes wrong when they run again from the top. Needs
 * javac's trees: under other compilers nothing of it is loaded but {@code BodyChecks}. Begin with {@code Flow}.
 */
@NullMarked
package dev.footbridge.processor.body;

import org.jspecify.annotations.NullMarked;
