@NullMarked
package dev.footbridge.function.packed;

import org.jspecify.annotations.NullMarked;
