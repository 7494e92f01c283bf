@NullMarked
package dev.footbridge.processor.schema;

import org.jspecify.annotations.NullMarked;
