@NullMarked
package dev.footbridge.function;

import org.jspecify.annotations.NullMarked;
