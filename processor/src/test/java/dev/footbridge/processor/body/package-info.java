@NullMarked
package dev.footbridge.processor.body;

import org.jspecify.annotations.NullMarked;
