// The Inspector's command line against the fixture, run as users run it: inspector.mjs URL legacy|modern
// Or through the stdio bridge mcp-remote: inspector.mjs URL legacy|modern remote
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { finish, same, version } from './expect.mjs';

const [url, era, through] = process.argv.slice(2);
const run = promisify(execFile);
const modules = join(dirname(createRequire(import.meta.url).resolve('mcp-remote/package.json')), '..');
const inspector = join(modules, '@modelcontextprotocol/inspector/clients/launcher/build/index.js');
const bridge = join(modules, 'mcp-remote/dist/proxy.js');
const home = mkdtempSync(join(tmpdir(), 'footbridge-interop-'));
const environment = { ...process.env, HOME: home, MCP_REMOTE_CONFIG_DIR: home, MCP_INSPECTOR_SECRET_STORE: 'file' };

const target = through
  ? [process.execPath, bridge, url, '--transport', 'http-only', '--protocol', era === 'modern' ? 'auto' : 'legacy', '--']
  : [url];

async function inspect(...words) {
  const command = [inspector, '--cli', ...target, '--protocol-era', era, ...words, '-q', '--format', 'json'];
  try {
    const { stdout } = await run(process.execPath, command, { env: environment, timeout: 60000 });
    return JSON.parse(stdout);
  } catch (error) {
    return { exit: error.code, said: `${error.stdout}${error.stderr}`.slice(0, 2000) };
  }
}
const result = (answer) => answer.result ?? answer;

const tools = result(await inspect('--method', 'tools/list')).tools;
same('first tool', tools?.[0]?.name, 'a_first_tool');
same('call', result(await inspect('--method', 'tools/call', '--tool-name', 'test_simple_text')).content,
  [{ type: 'text', text: 'This is a simple text response for testing.' }]);
same('resource', result(await inspect('--method', 'resources/read', '--uri', 'test://static-text')).contents,
  [{ uri: 'test://static-text', mimeType: 'text/plain', text: 'This is the content of the static text resource.' }]);
same('prompt', result(await inspect('--method', 'prompts/get', '--prompt-name', 'test_prompt_with_arguments',
  '--prompt-args', 'arg1=a', 'arg2=b')).messages?.[0]?.content?.text, "Prompt with arguments: arg1='a', arg2='b'");
same('tool failure is exit code 5',
  (await inspect('--method', 'tools/call', '--tool-name', 'test_error_handling')).exit, 5);
const inspected = `Inspector ${version('@modelcontextprotocol/inspector')}`;
finish(`${through ? `mcp-remote ${version('mcp-remote')} under ${inspected}` : inspected}, ${era}`);
