@NullMarked
package dev.footbridge.azure.trigger;

import org.jspecify.annotations.NullMarked;
