/** What must outlive one request, kept under a key until a deadline. No MCP words. */
@NullMarked
package dev.footbridge.state;

import org.jspecify.annotations.NullMarked;
