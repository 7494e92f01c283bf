@NullMarked
package dev.footbridge.azure.secret;

import org.jspecify.annotations.NullMarked;
