@NullMarked
package dev.footbridge.app;

import org.jspecify.annotations.NullMarked;
