// The Inspector's command line, which opens a browser to log in, which is ours: oauth-inspector.mjs URL legacy|modern
// A step-up is not asked of it: in 2.12.0 it refreshes its token instead, which brings no new scope, and gives up.
import { spawn } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { standIn } from './browser.mjs';
import { finish, same, version } from './expect.mjs';
import { server } from './oauth-provider.mjs';

const [url, era] = process.argv.slice(2);
const modules = join(dirname(createRequire(import.meta.url).resolve('mcp-remote/package.json')), '..');
const inspector = join(modules, '@modelcontextprotocol/inspector/clients/launcher/build/index.js');
const home = mkdtempSync(join(tmpdir(), 'footbridge-oauth-'));
const { environment, visits } = standIn(home);
// Without a terminal it logs in only if it is told to open browsers.
const env = { ...environment, MCP_AUTO_OPEN_ENABLED: 'true', MCP_INSPECTOR_SECRET_STORE: 'file' };

function inspect(...words) {
  const child = spawn(process.execPath, [inspector, '--cli', url, '--protocol-era', era, ...words, '-q', '--format', 'json'], { env, timeout: 30000 });
  child.stdin.end();
  let result = '';
  let said = '';
  child.stdout.on('data', (piece) => { result += piece; });
  child.stderr.on('data', (piece) => { said += piece; });
  return new Promise((resolve) => {
    child.on('close', (exit) => {
      try {
        const answer = JSON.parse(result);
        resolve(answer.result ?? answer);
      } catch {
        resolve({ exit, said: `${result}${said}`.slice(-2000) });
      }
    });
  });
}

const greeted = await inspect('--method', 'tools/call', '--tool-name', 'greet', '--tool-arg', 'name=Ada');
same('call', greeted.content ?? greeted, [{ type: 'text', text: 'Hello, Ada!' }]);
same('login', visits().map((asked) => [asked.get('resource'), asked.get('code_challenge_method')]), [[url, 'S256']]);
const listed = await inspect('--method', 'tools/list');
same('tools', listed.tools?.map((tool) => tool.name) ?? listed, ['greet', 'sign_guest_book']);
same('no second login', visits().length, 1);
finish(`Inspector ${version('@modelcontextprotocol/inspector')} with ${server}, ${era}`);
