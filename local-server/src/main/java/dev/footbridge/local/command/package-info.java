/** The command line: what to serve, how to connect, and calls from a terminal. Knows no app; it is given one. */
@NullMarked
package dev.footbridge.local.command;

import org.jspecify.annotations.NullMarked;
