@NullMarked
package dev.footbridge.processor;

import org.jspecify.annotations.NullMarked;
