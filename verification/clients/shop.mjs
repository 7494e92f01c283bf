// The TypeScript SDK's client against the annotated class: shop.mjs URL legacy|2026-07-28
// The client knows the output schemas and throws when structured content does not fit its own.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { fails, finish, same, typescript } from './expect.mjs';

const [url, era] = process.argv.slice(2);
const modern = era !== 'legacy';
const client = new Client(
  { name: 'interop', version: '1' },
  { capabilities: { elicitation: { form: {} } }, versionNegotiation: { mode: modern ? { pin: era } : 'legacy' } },
);
const asked = [];
client.setRequestHandler('elicitation/create', async (request) => {
  asked.push(request.params.message);
  const fields = request.params.requestedSchema.properties;
  return { action: 'accept', content: fields.confirmed ? { confirmed: true } : { words: 'changed my mind', kind: 'LATE' } };
});
await client.connect(new StreamableHTTPClientTransport(new URL(url)));

const tools = (await client.listTools()).tools;
const call = (name, input = {}) => client.callTool({ name, arguments: input });
const text = (result) => result.content.map((block) => block.text);

same('tools', tools.map((tool) => tool.name), ['basket', 'cancelOrder', 'draw', 'echo', 'findOrder', 'newestOrder',
  'openBasket', 'opened', 'ring', 'show']);
same('structured tools that are objects', tools.filter((tool) => tool.outputSchema?.type === 'object').length >= 4, true);

// every type there and back, checked by the client against the output schema
const everything = {
  text: 'grün 😀', count: 50, large: 9007199254740991, exact: 12.34, share: 0.5, flag: false,
  day: '2026-07-28', moment: '2026-07-28T10:00:00Z', time: '10:00:00', pause: 'PT1M30S',
  id: '123e4567-e89b-12d3-a456-426614174000', link: 'https://example.com/a?b=c', status: 'returned', bytes: 'aGk=',
  tags: ['a', 'b'], rows: [[1, 2], []], sizes: { small: 1.5 }, tree: { name: 'root', children: [{ name: 'leaf', children: [] }] },
  maybe: 'yes', number: 7, nothing: 'something', change: null, free: { any: [1, 'x', null] },
};
same('echo', (await call('echo', everything)).structuredContent, everything);
const { maybe, nothing, change, count, flag, ...fewer } = everything;
same('left out', (await call('echo', fewer)).structuredContent, { ...fewer, count: 3, flag: true, nothing: null });
const figure = { kind: 'group', parts: [{ kind: 'circle', radius: 2 }], label: 'two' };
same('sealed', (await call('draw', { figure })).structuredContent, figure);
same('found', (await call('findOrder', { id: 'DE123456' })).structuredContent.lines[0], { article: 'Lamp', count: 2, note: null });
const none = await call('newestOrder', { status: 'SHIPPED' });
same('nothing found', none.isError ?? false, false);
const day = await call('opened');
same('no object', modern ? day.structuredContent : text(day), modern ? '2026-07-28' : ['"2026-07-28"']);

// content, void, state
same('content', text(await call('show')), ['A small shop', 'in a quiet street']);
same('void', text(await call('ring')), ['Done.']);
const [handle] = text(await call('openBasket'));
same('kept', (await call('basket', { handle })).structuredContent, { articles: 'none' });

// questions, failures, wrong arguments
same('cancelled', (await call('cancelOrder', { id: 'DE123456' })).structuredContent,
  { id: 'DE123456', why: 'changed my mind', kind: 'LATE' });
same('asked', asked.slice(-2), ['Why is order DE123456 cancelled?', 'Cancel order DE123456 for good?']);
const missing = await call('findOrder', { id: 'DE000000' });
same('failure', [missing.isError, text(missing)], [true, ['There is no order DE000000.']]);
const wrong = await call('findOrder', { id: 'x' });
same('wrong argument', [wrong.isError, text(wrong)[0].includes('/id: must match the pattern [A-Z]{2}\\d{6}, such as DE123456')], [true, true]);

// resources and prompts
same('template', JSON.parse((await client.readResource({ uri: 'shop://orders/DE123456' })).contents[0].text).id, 'DE123456');
await fails('no such order', () => client.readResource({ uri: 'shop://orders/none' }), -32602);
same('resource', (await client.readResource({ uri: 'shop://policy' })).contents[0].mimeType, 'text/markdown');
same('prompt', (await client.getPrompt({ name: 'letter', arguments: { id: 'DE1', tone: 'WARM' } })).messages[0].content.text,
  'Write a WARM letter about order DE1.');
const complete = async (name, value) => (await client.complete({ ref: { type: 'ref/prompt', name: 'letter' },
  argument: { name, value } })).completion.values;
same('completed by a method', await complete('id', 'DE'), ['DE123456']);
same('completed by an enum', await complete('tone', 'w'), ['WARM']);
await client.close();
finish(`${typescript}, ${era}, an annotated class`);
