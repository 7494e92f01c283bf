// The stdio bridge mcp-remote, as a client that only starts programs uses it: oauth-remote.mjs URL legacy|2026-07-28
// It registers itself and opens a browser, which is ours: browser.mjs.
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { standIn } from './browser.mjs';
import { finish, same, version } from './expect.mjs';
import { server } from './oauth-provider.mjs';

const [url, era] = process.argv.slice(2);
const modern = era !== 'legacy';
const home = mkdtempSync(join(tmpdir(), 'footbridge-oauth-'));
const bridge = join(dirname(createRequire(import.meta.url).resolve('mcp-remote/package.json')), 'dist/proxy.js');
const { environment, visits } = standIn(home);

async function connected() {
  const client = new Client({ name: 'interop', version: '1' }, { versionNegotiation: { mode: modern ? { pin: era } : 'legacy' } });
  await client.connect(new StdioClientTransport({
    command: process.execPath,
    args: [bridge, url, '--transport', 'http-only', '--protocol', modern ? 'auto' : 'legacy'],
    env: { ...environment, MCP_REMOTE_CONFIG_DIR: home },
    stderr: process.env.VERBOSE ? 'inherit' : 'ignore',
  }), { timeout: 30000 });
  return client;
}
const text = (result) => result.content.map((block) => block.text);

const client = await connected();
same('tools', (await client.listTools()).tools.map((tool) => tool.name), ['greet', 'sign_guest_book']);
same('call', text(await client.callTool({ name: 'greet', arguments: { name: 'Ada' } })), ['Hello, Ada!']);
same('browser', visits().map((asked) => [asked.get('resource'), asked.get('code_challenge_method')]), [[url, 'S256']]);
same('asked for what the challenge says', visits()[0].get('scope').split(' ').includes('greet'), true);
await client.close();

// the tokens are kept: a second start needs no browser
const again = await connected();
same('call again', text(await again.callTool({ name: 'greet', arguments: { name: 'Bob' } })), ['Hello, Bob!']);
same('no browser', visits().length, 1);
await again.close();
finish(`mcp-remote ${version('mcp-remote')} with ${server}, ${era}`);
