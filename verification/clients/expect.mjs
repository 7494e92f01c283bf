// Facts about what a client saw: each one printed, a failed one remembered.
import { deepStrictEqual } from 'node:assert';
import { readFileSync } from 'node:fs';

let failures = 0;
let facts = 0;

export function same(fact, actual, expected) {
  facts += 1;
  try {
    deepStrictEqual(actual, expected);
  } catch {
    failures += 1;
    console.error(`  FAILED ${fact}\n    expected ${JSON.stringify(expected)}\n    but was  ${JSON.stringify(actual)}`);
  }
}

export async function fails(fact, action, code) {
  try {
    await action();
  } catch (error) {
    same(fact, error.code, code);
    return;
  }
  same(fact, 'no error', `error ${code}`);
}

/** Waits for a fact that a notification will bring about. */
export async function eventually(fact, read, expected) {
  const deadline = Date.now() + 5000;
  while (Date.now() < deadline && JSON.stringify(read()) !== JSON.stringify(expected)) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  same(fact, read(), expected);
}

/** The version of a package that is installed. */
export function version(name) {
  return JSON.parse(readFileSync(new URL(`node_modules/${name}/package.json`, import.meta.url))).version;
}

export const typescript = `TypeScript client ${version('@modelcontextprotocol/client')}`;

export function finish(name) {
  console.log(`${failures === 0 ? 'ok    ' : 'FAILED'} ${name} (${facts} facts)`);
  process.exit(failures === 0 ? 0 : 1);
}
