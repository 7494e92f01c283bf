/** The app as a function of Azure. */
@NullMarked
package dev.footbridge.dist.azure;

import org.jspecify.annotations.NullMarked;
