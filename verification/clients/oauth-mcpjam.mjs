// The OAuth conformance test of @mcpjam/sdk, logged in without a user: oauth-mcpjam.mjs URL
// Once with all its checks, and once without them, because it goes on to call a tool only if all of them passed.
import { OAuthConformanceTest } from '@mcpjam/sdk';
import { authorize } from './browser.mjs';
import { finish, same, version } from './expect.mjs';
import { server } from './oauth-provider.mjs';

const [url] = process.argv.slice(2);
// What these say is about the authorization server alone: oidc-provider lets clients register any http redirect, and
// words the refusal of a wrong one so that the check skips itself.
const others = ['oauth_dcr_http_redirect_uri', 'oauth_invalid_redirect'];

async function run(oauthConformanceChecks) {
  const result = await new OAuthConformanceTest({
    serverUrl: url,
    protocolVersion: '2025-11-25',
    registrationStrategy: 'dcr',
    auth: { mode: 'interactive', openUrl: async (login) => { await fetch(await authorize(login)); } },
    verification: { listTools: true, callTool: { name: 'greet', params: { name: 'Ada' } } },
    oauthConformanceChecks,
    stepTimeout: 20000,
  }).run();
  const ours = result.steps.filter((step) => !others.includes(step.step));
  same('steps that did not pass',
    ours.filter((step) => step.status !== 'passed').map((step) => [step.step, step.status, step.error?.message]), []);
  return result;
}

const names = (await run(true)).steps.map((step) => step.step);
for (const step of ['request_without_token', 'request_resource_metadata', 'authenticated_mcp_request', 'oauth_invalid_token', 'oauth_token_format']) {
  same(`looked at: ${step}`, names.includes(step), true);
}
const whole = await run(false);
same('passed', whole.passed, true);
same('tools', whole.verification?.listTools?.toolCount, 2);
same('call', [whole.verification?.callTool?.passed, whole.verification?.callTool?.error], [true, undefined]);
finish(`@mcpjam/sdk ${version('@mcpjam/sdk')} OAuth conformance with ${server}`);
