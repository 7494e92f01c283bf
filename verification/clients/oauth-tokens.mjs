// Access tokens one by one, as no SDK would send them: oauth-tokens.mjs URL GUARDED ISSUER
// URL takes signed tokens and has a policy; GUARDED takes opaque ones, and signed ones that are bound to a key.
import { claims, Login, server } from './oauth-provider.mjs';
import { finish, same } from './expect.mjs';
import { auth, discoverAuthorizationServerMetadata } from '@modelcontextprotocol/client';

const [url, guarded, issuer] = process.argv.slice(2);
const metadata = await discoverAuthorizationServerMetadata(issuer);

/** A token for a resource, by code and PKCE; the SDK's functions do it, with no server of ours in it. */
async function token(resource, scope) {
  const login = new Login();
  login.discoveryState = () => ({ authorizationServerUrl: issuer, authorizationServerMetadata: metadata, resourceMetadata: { resource } });
  login.validateResourceURL = async () => new URL(resource);
  await auth(login, { serverUrl: url, scope });
  await auth(login, { serverUrl: url, scope, authorizationCode: login.answer().get('code'), iss: login.answer().get('iss') });
  return { ...login.kept, client_id: login.client.client_id };
}

async function call(where, tool, input, authorization, method = 'tools/call') {
  const response = await fetch(where, {
    method: 'POST',
    headers: {
      'content-type': 'application/json', accept: 'application/json, text/event-stream', 'mcp-protocol-version': '2026-07-28',
      'mcp-method': method, 'mcp-name': tool, ...(authorization ? { authorization } : {}),
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params: { name: tool, arguments: input,
      _meta: { 'io.modelcontextprotocol/protocolVersion': '2026-07-28', 'io.modelcontextprotocol/clientCapabilities': { elicitation: { form: {} } } } } }),
  });
  const challenge = response.headers.get('www-authenticate') ?? '';
  const body = await response.text();
  return { status: response.status, challenge, error: /error="([^"]*)"/.exec(challenge)?.[1], scope: /scope="([^"]*)"/.exec(challenge)?.[1], body };
}
const greet = (authorization) => call(url, 'greet', { name: 'Ada' }, authorization);
const ask = (authorization) => call(guarded, 'greet', { name: 'Ada' }, authorization);

// where to begin
const nobody = await greet();
same('nobody', [nobody.status, nobody.error, nobody.scope], [401, undefined, 'greet']);
const place = /resource_metadata="([^"]*)"/.exec(nobody.challenge)[1];
const { origin, pathname } = new URL(url);
same('metadata place', place, `${origin}/.well-known/oauth-protected-resource${pathname}`);
for (const where of [place, `${origin}/.well-known/oauth-protected-resource`]) {
  const found = await (await fetch(where)).json();
  same('metadata', [found.resource, found.authorization_servers], [url, [issuer]]);
}

// signed tokens
const good = await token(url, 'greet');
same('good', (await greet(`Bearer ${good.access_token}`)).status, 200);
const another = await token('http://127.0.0.1:1/mcp', 'greet');
same('for another audience', claims(another.access_token).aud, 'http://127.0.0.1:1/mcp');
const foreign = await greet(`Bearer ${another.access_token}`);
same('of another audience', [foreign.status, foreign.error], [401, 'invalid_token']);
const changed = await greet(`Bearer ${good.access_token.slice(0, -6)}AAAAAA`);
same('of another signature', [changed.status, changed.error], [401, 'invalid_token']);
const narrow = await token(url, 'guestbook');
const without = await greet(`Bearer ${narrow.access_token}`);
same('without what every caller needs', [without.status, without.error, without.scope], [403, 'insufficient_scope', 'greet']);
const less = await call(url, 'sign_guest_book', { words: 'Fine' }, `Bearer ${good.access_token}`);
same('step-up names all scopes', [less.status, less.error, less.scope?.split(' ').sort()], [403, 'insufficient_scope', ['greet', 'guestbook']]);
const more = await token(url, 'greet guestbook');
same('more', (await call(url, 'sign_guest_book', { words: 'Fine' }, `Bearer ${more.access_token}`)).status, 200);
const shown = await call(`${url}?access_token=${good.access_token}`, 'greet', { name: 'Ada' });
same('a token in the URL', [shown.status, shown.error], [400, 'invalid_request']);

// opaque tokens
const opaque = await token(guarded, 'greet');
same('opaque', opaque.access_token.includes('.'), false);
same('active', (await ask(`Bearer ${opaque.access_token}`)).status, 200);
const elsewhere = await greet(`Bearer ${opaque.access_token}`);
same('opaque where nobody is asked', [elsewhere.status, elsewhere.error], [401, 'invalid_token']);
const revoked = await token(guarded, 'greet');
const gone = await fetch(metadata.revocation_endpoint, { method: 'POST',
  body: new URLSearchParams({ token: revoked.access_token, client_id: revoked.client_id }) });
same('revocation', gone.status, 200);
const after = await ask(`Bearer ${revoked.access_token}`);
same('revoked', [after.status, after.error], [401, 'invalid_token']);
const small = await token(guarded, 'guestbook');
same('opaque without what every caller needs', (await ask(`Bearer ${small.access_token}`)).status, 403);
same('signed for the other server', (await ask(`Bearer ${good.access_token}`)).status, 401);
finish(`access tokens of ${server}, signed and opaque`);
