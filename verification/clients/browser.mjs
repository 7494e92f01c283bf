// A browser without a user: follows redirects with a jar of cookies until it is led away from where it began, and goes there.
// A page with a form for a name and a password is filled in with LOGIN, "name password".
// As a command it does so with the URL it is given, for clients that open one: browser.mjs URL
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Where the last redirect leads to: the client's redirect URI, with its parameters. It is not fetched. */
export async function authorize(start) {
  const jar = new Map();
  let url = new URL(start);
  for (let step = 0; step < 20; step += 1) {
    let response = await visit(url, jar);
    if (response.status === 200 && process.env.LOGIN) {
      const [, action] = /<form[^>]*action="([^"]*)"/.exec(await response.text()) ?? [];
      const [username, password] = process.env.LOGIN.split(' ');
      response = await visit(new URL(action.replaceAll('&amp;', '&'), url), jar, { username, password });
    }
    const next = response.headers.get('location');
    if (!next) {
      throw new Error(`no way on from ${url.pathname}: ${response.status} ${(await response.text()).slice(0, 1000)}`);
    }
    url = new URL(next, url);
    if (url.origin !== new URL(start).origin) {
      return url;
    }
  }
  throw new Error('too many redirects');
}

async function visit(url, jar, form) {
  const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
  const response = await fetch(url, {
    redirect: 'manual',
    headers: cookie ? { cookie } : {},
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  });
  for (const line of response.headers.getSetCookie()) {
    const [name, value] = line.split(';')[0].split(/=(.*)/s);
    if (value) {
      jar.set(name, value);
    } else {
      jar.delete(name);
    }
  }
  return response;
}

/** Makes this the browser of a program that opens one: its environment, and what it was asked to open so far. */
export function standIn(home) {
  const program = join(home, 'xdg-open');
  const visited = join(home, 'visited');
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${fileURLToPath(import.meta.url)}" "$@"\n`, { mode: 0o700 });
  writeFileSync(visited, '');
  return {
    environment: { PATH: `${home}:${process.env.PATH}`, HOME: home, BROWSER: program, BROWSER_LOG: visited, LOGIN: process.env.LOGIN ?? '' },
    visits: () => readFileSync(visited, 'utf8').split('\n').filter(Boolean).map((line) => new URL(line).searchParams),
  };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.env.BROWSER_LOG) {
    appendFileSync(process.env.BROWSER_LOG, `${process.argv[2]}\n`);
  }
  const back = await authorize(process.argv[2]);
  await fetch(back);
}
