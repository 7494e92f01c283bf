@NullMarked
package dev.footbridge.local.command;

import org.jspecify.annotations.NullMarked;
