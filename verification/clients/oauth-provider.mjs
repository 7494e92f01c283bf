// What a program brings to the TypeScript SDK's client so that it may log in, with a browser that has no user.
import { authorize } from './browser.mjs';

export class Login {
  redirectUrl = 'http://127.0.0.1:33418/callback';
  asked = [];
  registered = 0;
  refreshed = 0;

  /** @param options.name under which it registers; options.document instead of registering; options.session for DPoP */
  constructor({ name = 'interop', document, session, press } = {}) {
    this.name = name;
    this.clientMetadataUrl = document;
    this.press = press;
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
    this.back = await authorize(url, this.press);
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

/** The claims of a signed token, unverified. */
export const claims = (token) => JSON.parse(Buffer.from(token.split('.')[1], 'base64url'));
export const header = (token) => JSON.parse(Buffer.from(token.split('.')[0], 'base64url'));
