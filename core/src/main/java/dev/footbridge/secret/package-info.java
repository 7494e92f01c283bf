/** What nobody may see by accident, and where it is looked for; digests and random bytes. No MCP words. */
@NullMarked
package dev.footbridge.secret;

import org.jspecify.annotations.NullMarked;
