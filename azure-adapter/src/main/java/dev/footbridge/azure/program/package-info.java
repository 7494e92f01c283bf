/** {@code ./footbridge function}: the function of Azure on one's own machine. */
@NullMarked
package dev.footbridge.azure.program;

import org.jspecify.annotations.NullMarked;
