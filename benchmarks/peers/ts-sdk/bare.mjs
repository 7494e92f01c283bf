import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { run } from './runtime.mjs';
import { server } from './server.mjs';

// The least that the SDK asks for to serve 2026-07-28: a transport that hands over one message. Nothing of HTTP is looked at.
run(({ body }) => new Promise((resolve) => {
  const send = async (message) => resolve({ statusCode: 200, body: JSON.stringify(message) });
  const transport = { start: async () => transport.onmessage(JSON.parse(body)), close: async () => {}, send };
  serveStdio(server, { transport });
}));
