@NullMarked
package dev.footbridge.azure.identity;

import org.jspecify.annotations.NullMarked;
