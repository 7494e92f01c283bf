/** The classes of a deployed package, loaded with little work, where the platform brings a class loader of its own. */
@NullMarked
package dev.footbridge.function.packed;

import org.jspecify.annotations.NullMarked;
