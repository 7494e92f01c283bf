// Keycloak's tokens, one by one and by a client that logs in: keycloak.mjs URL SHOP ASKED ISSUER
// URL takes them as Keycloak makes them for whoever registers; SHOP insists on at+jwt and on itself alone, and takes bound
// ones; ASKED trusts no signature and asks about each.
import { DpopSession, UnauthorizedError, discoverAuthorizationServerMetadata } from '@modelcontextprotocol/client';
import { finish, same, typescript } from './expect.mjs';
import { Login, claims, connected, header, server } from './oauth-provider.mjs';

const [url, shop, asked, issuer] = process.argv.slice(2);
const metadata = await discoverAuthorizationServerMetadata(issuer);
const secret = process.env.FOOTBRIDGE_CLIENT_SECRET;
const text = (result) => result.content.map((block) => block.text);

/** A token for the client "machine", with no user in it. */
async function machine(scope, more) {
  const response = await fetch(metadata.token_endpoint, { method: 'POST', headers: more,
    body: new URLSearchParams({ grant_type: 'client_credentials', client_id: 'machine', client_secret: secret, scope }) });
  return (await response.json()).access_token;
}

async function greet(where, token, more, scheme = 'Bearer') {
  const response = await fetch(where, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', 'mcp-protocol-version': '2026-07-28',
      'mcp-method': 'tools/call', 'mcp-name': 'greet', authorization: `${scheme} ${token}`, ...more },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/call', params: { name: 'greet', arguments: { name: 'Ada' },
      _meta: { 'io.modelcontextprotocol/protocolVersion': '2026-07-28', 'io.modelcontextprotocol/clientCapabilities': {} } } }),
  });
  const challenge = response.headers.get('www-authenticate') ?? '';
  await response.text();
  return [response.status, /error="([^"]*)"/.exec(challenge)?.[1]];
}

// a program without a user
const own = await machine('greet');
same('machine', [header(own).typ, claims(own).aud, await greet(url, own)], ['at+jwt', url, [200, undefined]]);
same('elsewhere', await greet(shop, own), [401, 'invalid_token']);
const two = await machine('greet shop');
same('where at+jwt is asked for', await greet(shop, await machine('shop basket')), [200, undefined]);
same('for two servers', [claims(two).aud.toSorted(), await greet(shop, two)], [[url, shop].toSorted(), [401, 'invalid_token']]);
same('without what every caller needs', await greet(shop, await machine('shop')), [403, 'insufficient_scope']);

// asked about (RFC 7662), and revoked
const opaque = await machine('asked');
same('active', await greet(asked, opaque), [200, undefined]);
same('not for it', await greet(asked, own), [401, 'invalid_token']);
const revoked = await machine('asked');
await fetch(metadata.revocation_endpoint, { method: 'POST', body: new URLSearchParams({ token: revoked, client_id: 'machine', client_secret: secret }) });
same('revoked', await greet(asked, revoked), [401, 'invalid_token']);

// bound to a key (RFC 9449)
const session = await DpopSession.create();
const bound = await machine('shop basket', { dpop: await session.buildProof({ htm: 'POST', htu: metadata.token_endpoint }) });
same('bound', claims(bound).cnf?.jkt, session.thumbprint);
const proof = (by) => by.buildProof({ htm: 'POST', htu: shop, accessToken: bound });
same('with a proof', await greet(shop, bound, { dpop: await proof(session) }, 'DPoP'), [200, undefined]);
same('as a bearer token', await greet(shop, bound), [401, 'invalid_token']);
same('by another key', await greet(shop, bound, { dpop: await proof(await DpopSession.create()) }, 'DPoP'), [401, 'invalid_dpop_proof']);

// a user, in a client that Keycloak knows: the step-up is granted
const login = new Login({ known: 'interop' });
const { client, transport } = await connected(url, '2026-07-28', login);
same('call', text(await client.callTool({ name: 'greet', arguments: { name: 'Ada' } })), ['Hello, Ada!']);
same('for others besides', claims(login.kept.access_token).aud.toSorted(), [url, 'account'].toSorted());
same('told who answers', login.back.searchParams.get('iss'), issuer);
const sign = () => client.callTool({ name: 'sign_guest_book', arguments: { words: 'Fine' } });
same('refused first', await sign().catch((error) => error instanceof UnauthorizedError), true);
await transport.finishAuth(login.answer());
same('signed', text(await sign()), ['Fine (Alice)']);
login.kept = { ...login.kept, access_token: `${login.kept.access_token.slice(0, -8)}AAAAAAAA` };
same('called after a refresh', text(await client.callTool({ name: 'greet', arguments: { name: 'Bob' } })), ['Hello, Bob!']);
same('logins', login.asked.length, 2);
await client.close();

// a user, in clients that register themselves
for (const era of ['legacy', '2026-07-28']) {
  const stranger = new Login({ name: `stranger ${era}` });
  const other = await connected(url, era, stranger);
  const token = stranger.kept.access_token;
  same(`${era}: marked as Keycloak does it`, [header(token).typ, claims(token).aud], ['JWT', url]);
  same(`${era}: call`, text(await other.client.callTool({ name: 'greet', arguments: { name: 'Ada' } })), ['Hello, Ada!']);
  // It registered with the scopes of the first challenge, and is held to them.
  const refused = other.client.callTool({ name: 'sign_guest_book', arguments: { words: 'Fine' } });
  same(`${era}: more than it registered for`, [await refused.catch((error) => error instanceof UnauthorizedError), stranger.back.searchParams.get('error')],
    [true, 'invalid_scope']);
  await other.client.close();
}
finish(`access tokens of ${server}, ${typescript}`);
