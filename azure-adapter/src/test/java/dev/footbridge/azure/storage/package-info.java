@NullMarked
package dev.footbridge.azure.storage;

import org.jspecify.annotations.NullMarked;
