// A token that is bound to a key (DPoP, RFC 9449): oauth-dpop.mjs GUARDED legacy|2026-07-28
import { Client, DpopSession, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { finish, same } from './expect.mjs';
import { claims, Login } from './oauth-provider.mjs';

const [url, era] = process.argv.slice(2);
const session = await DpopSession.create();
const login = new Login({ session });
const client = () => new Client({ name: 'interop', version: '1' },
  { versionNegotiation: { mode: era === 'legacy' ? 'legacy' : { pin: era } } });
const first = new StreamableHTTPClientTransport(new URL(url), { authProvider: login });
await client().connect(first).catch(() => first.finishAuth(login.answer()));
const sent = [];
const seen = (where, options) => {
  sent.push(new Headers(options?.headers));
  return fetch(where, options);
};
const connected = client();
await connected.connect(new StreamableHTTPClientTransport(new URL(url), { authProvider: login, fetch: seen }));
const order = await connected.callTool({ name: 'findOrder', arguments: { id: 'DE123456' } });
same('call', order.structuredContent?.id, 'DE123456');
same('type', [login.kept.token_type, Boolean(claims(login.kept.access_token).cnf?.jkt)], ['DPoP', true]);
const used = sent.findLast((headers) => headers.has('dpop'));
same('sent as', used.get('authorization').split(' ')[0], 'DPoP');

// the same token, as somebody who took it would send it
const token = login.kept.access_token;
const raw = async (scheme, proof) => {
  const response = await fetch(url, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json',
    accept: 'application/json, text/event-stream', authorization: `${scheme} ${token}`, ...(proof ? { dpop: proof } : {}) } });
  return [response.status, /error="([^"]*)"/.exec(response.headers.get('www-authenticate'))?.[1]];
};
const proof = (session, more) => session.buildProof({ htm: 'POST', htu: url, accessToken: token, ...more });
const thief = await DpopSession.create();
same('as a bearer token', await raw('Bearer'), [401, 'invalid_token']);
same('without a proof', await raw('DPoP'), [401, 'invalid_dpop_proof']);
same('with a proof by another key', await raw('DPoP', await proof(thief)), [401, 'invalid_dpop_proof']);
same('with a proof for another method', await raw('DPoP', await proof(session, { htm: 'GET' })), [401, 'invalid_dpop_proof']);
same('with a proof for another place', await raw('DPoP', await proof(session, { htu: `${url}/other` })), [401, 'invalid_dpop_proof']);
same('with a proof for no token', await raw('DPoP', await proof(session, { accessToken: undefined })), [401, 'invalid_dpop_proof']);
same('with its proof', (await raw('DPoP', await proof(session)))[0], 400); // let in: the body is no message
await connected.close();
finish(`DPoP, TypeScript client 2.4.0 with oidc-provider 9.13.3, ${era}`);
