// The TypeScript SDK's client from our 401 to a tool: oauth-typescript.mjs URL ISSUER legacy|2026-07-28
// It finds everything by itself, logs in by code and PKCE, and asks for more when a tool needs it.
import { UnauthorizedError } from '@modelcontextprotocol/client';
import { finish, same, typescript } from './expect.mjs';
import { Login, claims, connected, header, server } from './oauth-provider.mjs';

const [url, issuer, era] = process.argv.slice(2);
const text = (result) => result.content.map((block) => block.text);

// registered by itself
const login = new Login();
const { client, transport } = await connected(url, era, login);
const [first] = login.asked;
same('registered', login.registered, 1);
same('asked for the resource', [first.resource, first.code_challenge_method], [url, 'S256']);
same('asked for what the challenge says', first.scope.split(' ').includes('greet'), true);
same('told who answers', login.back.searchParams.get('iss'), issuer);
same('token', [header(login.kept.access_token).typ, claims(login.kept.access_token).aud, claims(login.kept.access_token).sub],
  ['at+jwt', url, 'alice']);
same('tools', (await client.listTools()).tools.map((tool) => tool.name), ['greet', 'sign_guest_book']);
same('call', text(await client.callTool({ name: 'greet', arguments: { name: 'Ada' } })), ['Hello, Ada!']);

// step-up: the challenge names every scope of the operation
const sign = () => client.callTool({ name: 'sign_guest_book', arguments: { words: 'Fine' } });
let stepped = false;
try {
  await sign();
} catch (error) {
  stepped = error instanceof UnauthorizedError;
  await transport.finishAuth(login.answer());
}
same('asked to log in again', stepped, true);
same('asked for both scopes', ['greet', 'guestbook'].every((scope) => login.asked.at(-1).scope.split(' ').includes(scope)), true);
same('signed', text(await sign()), ['Fine (Alice)']);
same('logged in twice', [login.asked.length, login.registered], [2, 1]);

// an access token that nobody takes: the client gets a new one with its refresh token, without the browser
login.kept = { ...login.kept, access_token: `${login.kept.access_token.slice(0, -8)}AAAAAAAA` };
const saved = login.saved;
same('called after a refresh', text(await client.callTool({ name: 'greet', arguments: { name: 'Bob' } })), ['Hello, Bob!']);
same('refreshed once', [login.saved - saved, login.asked.length], [1, 2]);
await client.close();

// known by the address of a document
const documented = new Login({ document: 'https://client.example/oauth/client.json' });
const other = await connected(url, era, documented);
same('its client id', [documented.asked[0].client_id, claims(documented.kept.access_token).client_id],
  ['https://client.example/oauth/client.json', 'https://client.example/oauth/client.json']);
same('call of another client', text(await other.client.callTool({ name: 'greet', arguments: { name: 'Ada' } })), ['Hello, Ada!']);
await other.client.close();
finish(`${typescript} with ${server}, ${era}`);
