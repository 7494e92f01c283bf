"""Start cost of MCP servers, from spawn to the answer of the first tools/call."""
