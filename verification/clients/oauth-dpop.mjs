// A token that is bound to a key (DPoP, RFC 9449): oauth-dpop.mjs GUARDED legacy|2026-07-28 [CLIENT_ID]
import { DpopSession } from '@modelcontextprotocol/client';
import { finish, same, typescript } from './expect.mjs';
import { claims, connected, Login, server } from './oauth-provider.mjs';

const [url, era, known] = process.argv.slice(2);
const session = await DpopSession.create();
const login = new Login({ session, known });
const sent = [];
const seen = (where, options) => {
  sent.push(new Headers(options?.headers));
  return fetch(where, options);
};
const { client } = await connected(url, era, login, seen);
const greeted = await client.callTool({ name: 'greet', arguments: { name: 'Ada' } });
same('call', greeted.content, [{ type: 'text', text: 'Hello, Ada!' }]);
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
const good = await proof(session);
same('with its proof', (await raw('DPoP', good))[0], 400); // let in: the body is no message
same('with the same proof again', await raw('DPoP', good), [401, 'invalid_dpop_proof']);
await client.close();
finish(`DPoP, ${typescript} with ${server}, ${era}`);
