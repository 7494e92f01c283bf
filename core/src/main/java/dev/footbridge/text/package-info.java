/**
 * What characters do to those who read them: hide, steer a terminal, turn a line around; and which word was meant. No
 * MCP words.
 */
@NullMarked
package dev.footbridge.text;

import org.jspecify.annotations.NullMarked;
