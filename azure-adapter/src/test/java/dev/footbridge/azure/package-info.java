@NullMarked
package dev.footbridge.azure;

import org.jspecify.annotations.NullMarked;
