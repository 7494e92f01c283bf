// The main job, as a client does it that starts its servers: files.mjs legacy|2026-07-28 FOLDER LAUNCHER
// It starts "LAUNCHER stdio --files FOLDER" and works with the documents in the folder.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { eventually, finish, same } from './expect.mjs';

const [era, folder, launcher] = process.argv.slice(2);
rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'guides'), { recursive: true });
writeFileSync(join(folder, 'guides', 'refunds.md'), '# Refunds\n\nA refund takes five days.\n');
writeFileSync(join(folder, 'ünï çödé.md'), 'Namen mit Umlauten.\n');

const client = new Client(
  { name: 'interop', version: '1' },
  { versionNegotiation: { mode: era === 'legacy' ? 'legacy' : { pin: era } } },
);
const updated = [];
client.setNotificationHandler('notifications/resources/updated', (message) => { updated.push(message.params.uri); });
await client.connect(new StdioClientTransport({ command: launcher, args: ['stdio', '--files', folder], stderr: 'inherit' }));

const says = async (name, input, words) => {
  const result = await client.callTool({ name, arguments: input });
  const text = result.content.map((block) => block.text ?? '').join('\n');
  same(`${name} says ${words}`, text.includes(words), true);
  return result;
};

same('tools', (await client.listTools()).tools.map((tool) => tool.name), ['list_files', 'read_file', 'search_files']);
await says('list_files', { recursive: true }, 'guides/refunds.md');
await says('search_files', { query: 'five days' }, 'A refund takes five days.');
await says('read_file', { path: 'ünï çödé.md' }, 'Namen mit Umlauten.');
const escape = await says('read_file', { path: '../secret' }, '..');
same('no way out', escape.isError, true);

const resources = (await client.listResources()).resources.map((resource) => resource.uri);
same('resources', resources, ['files:///guides/refunds.md', 'files:///%C3%BCn%C3%AF%20%C3%A7%C3%B6d%C3%A9.md'].toSorted());
const read = await client.readResource({ uri: 'files:///guides/refunds.md' });
same('resource', read.contents[0].text.startsWith('# Refunds'), true);
const completed = await client.complete({
  ref: { type: 'ref/resource', uri: 'files:///{+path}' },
  argument: { name: 'path', value: 'guides/re' },
});
same('completion', completed.completion.values, ['guides/refunds.md']);

// Folders are watched from some moment after the start on, so the change is made until it is heard.
const document = 'files:///guides/refunds.md';
await (era === 'legacy' ? client.subscribeResource({ uri: document }) : client.listen({ resourceSubscriptions: [document] }));
const writing = setInterval(() => writeFileSync(join(folder, 'guides', 'refunds.md'), `Now ${Date.now()}.\n`), 200);
await eventually('a change is heard', () => updated.slice(0, 1), [document]);
clearInterval(writing);
await client.close();
finish(`./footbridge stdio --files, TypeScript client ${era}`);
