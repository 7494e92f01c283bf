// A token that ends: oauth-expiry.mjs URL
// The client's name makes the authorization server give it two seconds; our clocks may be apart by thirty more.
import { finish, same, typescript } from './expect.mjs';
import { claims, connected, Login, server } from './oauth-provider.mjs';

const [url] = process.argv.slice(2);
const login = new Login({ name: 'short' });
const statuses = [];
const seen = async (...request) => {
  const response = await fetch(...request);
  if (String(request[0]) === url) {
    statuses.push(response.status);
  }
  return response;
};
const { client } = await connected(url, '2026-07-28', login, seen);
const greet = async () => (await client.callTool({ name: 'greet', arguments: { name: 'Ada' } })).content[0].text;
same('call', await greet(), 'Hello, Ada!');
const { exp, iat } = claims(login.kept.access_token);
same('lives for', exp - iat, 2);
await new Promise((resolve) => { setTimeout(resolve, exp * 1000 + 31500 - Date.now()); });
statuses.length = 0;
same('call afterwards', await greet(), 'Hello, Ada!');
same('refused once, then refreshed', [statuses, login.asked.length], [[401, 200], 1]);
same('another token', claims(login.kept.access_token).exp > exp, true);
await client.close();
finish(`an expired token, ${typescript} with ${server}`);
