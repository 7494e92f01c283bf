@NullMarked
package dev.footbridge.local;

import org.jspecify.annotations.NullMarked;
