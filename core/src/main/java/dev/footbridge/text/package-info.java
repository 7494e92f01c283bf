/** What characters do to those who read them: hide, steer a terminal, turn a line around. No MCP words. */
@NullMarked
package dev.footbridge.text;

import org.jspecify.annotations.NullMarked;
