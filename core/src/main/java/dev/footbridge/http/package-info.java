/** HTTP as values: request, response, handler, filter. No server and no MCP words. */
@NullMarked
package dev.footbridge.http;

import org.jspecify.annotations.NullMarked;
