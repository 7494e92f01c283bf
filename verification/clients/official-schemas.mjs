// Writes the official schemas of MCP that the conformance suite carries in its bundle, each as FOLDER/REVISION/schema.json.
// Usage: official-schemas.mjs BUNDLE FOLDER
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';

const [bundle, folder] = process.argv.slice(2);
const text = readFileSync(bundle, 'utf8');
const revisions = ['2025-03-26', '2025-06-18', '2025-11-25', '2026-07-28'];

// The suite keeps them in a table by revision, whose newest is a name.
const table = /\{"2025-03-26":(\w+),"2025-06-18":(\w+),"2025-11-25":(\w+),\[(\w+)\]:(\w+)\}/.exec(text);
if (!table || !text.includes(`,${table[4]}=\`2026-07-28\``)) {
  throw new Error('the suite keeps its schemas elsewhere than it did');
}
[table[1], table[2], table[3], table[5]].forEach((name, at) => {
  const begin = text.indexOf(`,${name}={$schema:`) + name.length + 2;
  const schema = runInNewContext(`(${text.slice(begin, end(begin))})`);
  mkdirSync(join(folder, revisions[at]), { recursive: true });
  writeFileSync(join(folder, revisions[at], 'schema.json'), JSON.stringify(schema, null, 1));
});

/** Where the object literal that begins there ends. */
function end(begin) {
  let depth = 0;
  let quote = '';
  for (let at = begin; at < text.length; at++) {
    const c = text[at];
    if (quote) {
      if (c === '\\') at++;
      else if (c === quote) quote = '';
    } else if ('`"\''.includes(c)) {
      quote = c;
    } else if (c === '{' || c === '[') {
      depth++;
    } else if ((c === '}' || c === ']') && --depth === 0) {
      return at + 1;
    }
  }
  throw new Error('a schema does not end');
}
