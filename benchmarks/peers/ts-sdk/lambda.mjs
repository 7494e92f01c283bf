import { createMcpHandler } from '@modelcontextprotocol/server';
import { run } from './runtime.mjs';
import { server } from './server.mjs';

const handler = createMcpHandler(server);

run(async ({ rawPath, headers, body }) => {
  const url = `https://${headers.host}${rawPath}`;
  const response = await handler.fetch(new Request(url, { method: 'POST', headers, body }), { parsedBody: JSON.parse(body) });
  return { statusCode: response.status, headers: Object.fromEntries(response.headers), body: await response.text() };
});
