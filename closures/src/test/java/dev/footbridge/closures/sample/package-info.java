/** Classes to be rewritten: every kind of site that a compiler writes. */
@NullMarked
package dev.footbridge.closures.sample;

import org.jspecify.annotations.NullMarked;
