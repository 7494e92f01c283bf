import { McpServer } from '@modelcontextprotocol/server';
import { z } from 'zod';

export function server() {
  const server = new McpServer({ name: 'ts-sdk', version: '1.0.0' });
  server.registerTool(
    'add',
    { description: 'Adds two integers.', inputSchema: z.object({ a: z.number().int(), b: z.number().int() }) },
    ({ a, b }) => ({ content: [{ type: 'text', text: String(a + b) }] }),
  );
  return server;
}
