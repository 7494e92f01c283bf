@NullMarked
package dev.footbridge.azure.program;

import org.jspecify.annotations.NullMarked;
