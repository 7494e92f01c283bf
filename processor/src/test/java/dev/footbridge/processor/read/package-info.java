@NullMarked
package dev.footbridge.processor.read;

import org.jspecify.annotations.NullMarked;
