@NullMarked
package dev.footbridge.telemetry;

import org.jspecify.annotations.NullMarked;
