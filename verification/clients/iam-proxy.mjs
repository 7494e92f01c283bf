// mcp-proxy-for-aws, which signs what a client says over stdio: iam-proxy.mjs URL SERVICE PROGRAM VERSION legacy|2026-07-28
// The credentials are those of the environment; a client with another secret is turned away at the door.
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { finish, same } from './expect.mjs';

const [url, service, program, version, era] = process.argv.slice(2);
const modern = era !== 'legacy';

async function connected(environment) {
  const client = new Client({ name: 'interop', version: '1' }, { versionNegotiation: { mode: modern ? { pin: era } : 'legacy' } });
  await client.connect(new StdioClientTransport({
    command: program,
    args: [url, '--service', service, '--region', process.env.AWS_REGION, '--disable-telemetry'],
    env: { ...process.env, AWS_EC2_METADATA_DISABLED: 'true', ...environment },
    stderr: process.env.VERBOSE ? 'inherit' : 'ignore',
  }), { timeout: 30000 });
  return client;
}
const text = (result) => result.content.map((block) => block.text);

const client = await connected({});
same('version', client.getNegotiatedProtocolVersion(), modern ? era : '2025-11-25');
same('tools', (await client.listTools()).tools.map((tool) => tool.name), ['greet', 'sign_guest_book']);
same('call', text(await client.callTool({ name: 'greet', arguments: { name: 'Ada' } })), ['Hello, Ada!']);
same('beyond ASCII', text(await client.callTool({ name: 'greet', arguments: { name: 'Zoë' } })), ['Hello, Zoë!']);
await client.close();

let answered;
try {
  const stranger = await connected({ AWS_SECRET_ACCESS_KEY: 'another-secret' });
  answered = text(await stranger.callTool({ name: 'greet', arguments: { name: 'Eve' } }));
  await stranger.close();
} catch (error) {
  answered = /\b403 Forbidden\b/.exec(error.message)?.[0] ?? error.message;
}
same('another secret', answered, '403 Forbidden');
finish(`mcp-proxy-for-aws ${version}, ${service}, ${era}`);
