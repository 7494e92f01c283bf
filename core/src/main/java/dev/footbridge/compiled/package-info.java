/**
 * What the code calls that the annotation processor writes: reading arguments with every check, writing results,
 * listing tools. Nothing here is for people to call; reading a generated class beside this package shows how they fit.
 *
 * <p>A {@link dev.footbridge.compiled.Slot} is one place in a document. Whoever reads a type from it reports what is
 * wrong and goes on with a stand-in, so that every problem of a document is found in one pass.
 */
@NullMarked
package dev.footbridge.compiled;

import org.jspecify.annotations.NullMarked;
