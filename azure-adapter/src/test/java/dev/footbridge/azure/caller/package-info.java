@NullMarked
package dev.footbridge.azure.caller;

import org.jspecify.annotations.NullMarked;
