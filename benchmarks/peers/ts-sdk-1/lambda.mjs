import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { WebStandardStreamableHTTPServerTransport } from '@modelcontextprotocol/sdk/server/webStandardStreamableHttp.js';
import { z } from 'zod';
import { run } from './runtime.mjs';

run(async ({ rawPath, headers, body }) => {
  const server = new McpServer({ name: 'ts-sdk', version: '1.0.0' });
  server.registerTool(
    'add',
    { description: 'Adds two integers.', inputSchema: { a: z.number().int(), b: z.number().int() } },
    ({ a, b }) => ({ content: [{ type: 'text', text: String(a + b) }] }),
  );
  const transport = new WebStandardStreamableHTTPServerTransport({ enableJsonResponse: true });
  await server.connect(transport);
  const request = new Request(`https://${headers.host}${rawPath}`, { method: 'POST', headers, body });
  const response = await transport.handleRequest(request, { parsedBody: JSON.parse(body) });
  return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
});
