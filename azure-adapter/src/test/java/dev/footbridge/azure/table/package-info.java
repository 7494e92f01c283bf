@NullMarked
package dev.footbridge.azure.table;

import org.jspecify.annotations.NullMarked;
