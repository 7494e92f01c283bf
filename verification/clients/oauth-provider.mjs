// What a program brings to the TypeScript SDK's client so that it may log in, with a browser that has no user.
import { Client, StreamableHTTPClientTransport, UnauthorizedError } from '@modelcontextprotocol/client';
import { authorize } from './browser.mjs';

export class Login {
  redirectUrl = 'http://127.0.0.1:33418/callback';
  asked = [];
  registered = 0;
  refreshed = 0;

  /** @param options.name under which it registers; options.known or options.document instead of registering; options.session for DPoP */
  constructor({ name = 'interop', known, document, session } = {}) {
    this.name = name;
    this.client = known && { client_id: known };
    this.clientMetadataUrl = document;
    if (session) {
      this.dpop = () => session;
    }
  }

  get clientMetadata() {
    return {
      client_name: this.name,
      redirect_uris: [this.redirectUrl],
      grant_types: ['authorization_code', 'refresh_token'],
      response_types: ['code'],
      token_endpoint_auth_method: 'none',
      application_type: 'native',
    };
  }

  state() {
    this.expected = crypto.randomUUID();
    return this.expected;
  }

  clientInformation() { return this.client; }

  saveClientInformation(client) {
    this.client = client;
    this.registered += 1;
  }

  tokens() { return this.kept; }

  saveTokens(tokens) {
    this.kept = tokens;
    this.saved = (this.saved ?? 0) + 1;
  }

  saveCodeVerifier(verifier) { this.verifier = verifier; }

  codeVerifier() { return this.verifier; }

  saveDiscoveryState(found) { this.found = found; }

  discoveryState() { return this.found; }

  async redirectToAuthorization(url) {
    this.asked.push(Object.fromEntries(url.searchParams));
    this.back = await authorize(url);
  }

  /** The parameters that came back with the browser. */
  answer() {
    const { searchParams } = this.back;
    if (searchParams.get('state') !== this.expected) {
      throw new Error('another state came back');
    }
    return searchParams;
  }
}

/** Connects a client, and logs in if it is told to. What is sent goes through fetch, if one is given. */
export async function connected(url, era, login, fetch) {
  for (let round = 0; round < 2; round += 1) {
    const client = new Client({ name: 'interop', version: '1' }, { capabilities: { elicitation: { form: {} } },
      versionNegotiation: { mode: era === 'legacy' ? 'legacy' : { pin: era } } });
    client.setRequestHandler('elicitation/create', async () => ({ action: 'accept', content: { name: 'Alice' } }));
    const transport = new StreamableHTTPClientTransport(new URL(url), { authProvider: login, fetch });
    try {
      await client.connect(transport);
      return { client, transport };
    } catch (error) {
      if (round > 0 || !(error instanceof UnauthorizedError)) {
        throw error;
      }
      await transport.finishAuth(login.answer());
    }
  }
  throw new Error('not reached');
}

/** The authorization server, for the last line of a client. */
export const server = process.env.AUTHORIZATION_SERVER;

/** The claims of a signed token, unverified. */
export const claims = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
export const header = (token) => JSON.parse(Buffer.from(token.split('.')[0], 'base64url'));
