// An authorization server on loopback: authorization-server.mjs PORT RESOURCE GUARDED
// Tokens for RESOURCE are signed (at+jwt). Tokens for GUARDED are opaque, or signed if the client proves a key (DPoP).
// It logs everybody in as alice and consents to everything that is asked for: a browser without a user gets through.
// Clients register themselves, or bring the document below. Tokens of a client called "short" live for two seconds.
import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import Provider, { errors } from 'oidc-provider';

const [port, resource, guarded] = process.argv.slice(2);
const issuer = `http://127.0.0.1:${port}`;
const another = 'http://127.0.0.1:1/mcp';
const document = {
  client_id: 'https://client.example/oauth/client.json',
  client_name: 'known by a document',
  redirect_uris: ['http://127.0.0.1:33418/callback'],
  grant_types: ['authorization_code', 'refresh_token'],
  response_types: ['code'],
  token_endpoint_auth_method: 'none',
  application_type: 'native',
};

const key = (kind, options, more) => ({
  ...generateKeyPairSync(kind, options).privateKey.export({ format: 'jwk' }), use: 'sig', ...more });

const provider = new Provider(issuer, {
  jwks: { keys: [key('rsa', { modulusLength: 2048 }, { alg: 'RS256' }), key('ec', { namedCurve: 'P-256' }, { alg: 'ES256' })] },
  cookies: { keys: ['only for a test on loopback'] },
  clients: [{
    client_id: 'footbridge', client_secret: process.env.FOOTBRIDGE_CLIENT_SECRET, token_endpoint_auth_method: 'client_secret_basic',
    grant_types: ['client_credentials'], response_types: [], redirect_uris: [],
  }],
  scopes: ['openid', 'offline_access', 'greet', 'guestbook'],
  responseTypes: ['code'],
  pkce: { required: () => true },
  findAccount: (ctx, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
  issueRefreshToken: async (ctx, client) => client.grantTypeAllowed('refresh_token'),
  rotateRefreshToken: true,
  // The TypeScript client registers with the scopes of the first challenge. A server that held it to them would refuse a step-up.
  extraClientMetadata: { properties: ['held_to_scopes'], validator: (ctx, name, value, metadata) => { metadata.scope = undefined; } },
  ttl: { AccessToken: (ctx, token) => token.resourceServer?.accessTokenTTL ?? 600, Interaction: 60, Session: 600, Grant: 600, RefreshToken: 600 },
  interactions: { url: (ctx, interaction) => `/interaction/${interaction.uid}` },
  // The one place beyond loopback is the client's document, and it is handed over here.
  fetch: async (url, options) => url.toString() === document.client_id
    ? new Response(JSON.stringify(document), { headers: { 'content-type': 'application/json' } })
    : fetch(url, options),
  features: {
    devInteractions: { enabled: false },
    registration: { enabled: true },
    clientCredentials: { enabled: true },
    introspection: { enabled: true },
    revocation: { enabled: true },
    dPoP: { enabled: true },
    clientIdMetadataDocument: { enabled: true, ack: 'draft-02' },
    resourceIndicators: {
      enabled: true,
      defaultResource: () => undefined,
      useGrantedResource: () => true,
      getResourceServerInfo: (ctx, indicator, client) => {
        if (![resource, guarded, another].includes(indicator)) {
          throw new errors.InvalidTarget();
        }
        return {
          scope: 'greet guestbook',
          audience: indicator,
          accessTokenFormat: indicator === guarded && !ctx.get('dpop') ? 'opaque' : 'jwt',
          accessTokenTTL: client.clientName === 'short' ? 2 : 600,
          jwt: { sign: { alg: 'ES256' } },
        };
      },
    },
  },
});
provider.on('server_error', (ctx, error) => console.error(error));
for (const event of ['authorization.error', 'grant.error', 'registration_create.error', 'introspection.error']) {
  provider.on(event, (ctx, error) => console.error(event, error.error, error.error_description, error.error_detail ?? ''));
}

async function interact(request, response) {
  const { prompt, params, session, grantId } = await provider.interactionDetails(request, response);
  if (prompt.name === 'login') {
    return provider.interactionFinished(request, response, { login: { accountId: 'alice' } });
  }
  const grant = (grantId && await provider.Grant.find(grantId))
    || new provider.Grant({ accountId: session.accountId, clientId: params.client_id });
  const { missingOIDCScope, missingResourceScopes = {} } = prompt.details;
  if (missingOIDCScope) {
    grant.addOIDCScope(missingOIDCScope.join(' '));
  }
  for (const [indicator, scopes] of Object.entries(missingResourceScopes)) {
    grant.addResourceScope(indicator, scopes.join(' '));
  }
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } }, { mergeWithLastSubmission: true });
}

const others = provider.callback();
createServer((request, response) => {
  if (!request.url.startsWith('/interaction/')) {
    return others(request, response);
  }
  return interact(request, response).catch((error) => {
    console.error(error);
    response.writeHead(500).end();
  });
}).listen(Number(port), '127.0.0.1', () => console.log(issuer));
