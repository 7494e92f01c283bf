/** The server on one's own machine: Streamable HTTP, HTTP+SSE for old clients, stdio. */
@NullMarked
package dev.footbridge.local;

import org.jspecify.annotations.NullMarked;
