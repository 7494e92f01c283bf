// The TypeScript SDK's client against the fixture: typescript.mjs URL|- legacy|2026-07-28 [NAME | COMMAND ARGS...]
// With "-" the command is started and spoken to over stdio. A name is for the report; in front of it "buffered" says that
// answers are whole: what needs a live stream is then refused, and at once.
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { eventually, fails, finish, same, typescript } from './expect.mjs';

const [url, era, command, ...args] = process.argv.slice(2);
const modern = era !== 'legacy';
const whole = url !== '-' && (command ?? '').startsWith('buffered');
const client = new Client(
  { name: 'interop', version: '1' },
  {
    capabilities: { elicitation: { form: {} }, sampling: {}, roots: {} },
    versionNegotiation: { mode: modern ? { pin: era } : 'legacy' },
  },
);
const answers = [];
client.setRequestHandler('elicitation/create', async (request) => {
  answers.push(request.params.message);
  const fields = Object.keys(request.params.requestedSchema.properties);
  return { action: 'accept', content: Object.fromEntries(fields.map((field) => [field, field === 'ok' ? true : `my ${field}`])) };
});
client.setRequestHandler('sampling/createMessage', async (request) => ({
  role: 'assistant',
  model: 'none',
  content: { type: 'text', text: `answer to: ${request.params.messages[0].content.text}` },
}));
client.setRequestHandler('roots/list', async () => ({ roots: [{ uri: 'file:///one', name: 'one' }, { uri: 'file:///two' }] }));
const changes = [];
client.setNotificationHandler('notifications/tools/list_changed', () => { changes.push('tools'); });
client.setNotificationHandler('notifications/resources/updated', (message) => { changes.push(message.params.uri); });

const transport = url === '-'
  ? new StdioClientTransport({ command, args, stderr: 'inherit' })
  : new StreamableHTTPClientTransport(new URL(url));
await client.connect(transport);

const text = (result) => result.content.map((block) => block.text);
const call = (name, input = {}, options) => client.callTool({ name, arguments: input }, options);

same('version', client.getNegotiatedProtocolVersion(), modern ? era : '2025-11-25');
same('server', client.getServerVersion()?.name, 'footbridge-fixture');
if (url !== '-') {
  same('session', Boolean(transport.sessionId), !modern);
}

// tools
const tools = (await client.listTools()).tools;
same('first tool', tools[0].name, 'a_first_tool');
same('order', tools.map((tool) => tool.name), tools.map((tool) => tool.name).toSorted());
same('schema', tools.find((tool) => tool.name === 'json_schema_2020_12_tool').inputSchema.$defs.address.$anchor, 'addressDef');
same('text', text(await call('test_simple_text')), ['This is a simple text response for testing.']);
const mixed = (await call('test_multiple_content_types')).content;
same('mixed content', mixed.map((block) => block.type), ['text', 'image', 'resource']);
same('embedded', mixed[2].resource.uri, 'test://mixed-content-resource');
same('audio', (await call('test_audio_content')).content[0].mimeType, 'audio/wav');
const failure = await call('test_error_handling');
same('tool failure', [failure.isError, text(failure)], [true, ['This tool intentionally returns an error for testing']]);
const refused = await call('test_sampling', { prompt: 7 });
same('bad argument', refused.isError, true);
await fails('unknown tool', () => call('no_such_tool'), -32602);
same('mirrored argument', text(await call('test_x_mcp_header', { region: 'zürich' })), ['region zürich']);

// progress
const seen = [];
await call('test_tool_with_progress', {}, { onprogress: (progress) => seen.push([progress.progress, progress.total]) });
same('progress', seen, [[0, 100], [50, 100], [100, 100]]);

// questions
const began = Date.now();
if (whole && !modern) {
  const asking = { test_sampling: { prompt: 'two?' }, test_elicitation: { message: 'Who?' }, test_roots: {},
    test_input_required_result_multi_round: {} };
  for (const [tool, input] of Object.entries(asking)) {
    const unasked = await call(tool, input);
    same(`${tool} is refused`, [unasked.isError, text(unasked)[0].includes('cannot be asked')], [true, true]);
  }
  await fails('prompt that asks is refused', () => client.getPrompt({ name: 'test_input_required_result_prompt' }), -32603);
  same('nothing was asked', answers, []);
} else {
  same('sampling', text(await call('test_sampling', { prompt: 'two?' })), ['LLM response: answer to: two?']);
  same('elicitation', text(await call('test_elicitation', { message: 'Who?' })),
    ['User response: action=accept, content={"username":"my username","email":"my email"}']);
  same('question', answers.at(-1), 'Who?');
  same('roots', text(await call('test_roots')), ['file:///one file:///two']);
  same('two rounds', text(await call('test_input_required_result_multi_round')), ['my name likes my color']);
  same('three at once', text(await call('test_input_required_result_multiple_inputs')),
    ['my name | answer to: What is the capital of France? | 2 roots']);
  same('prompt that asks', (await client.getPrompt({ name: 'test_input_required_result_prompt' })).messages[0].content.text,
    'Context: my context');
}
if (whole) {
  same('at once', Date.now() - began < 5000, true);
}

// resources
same('resources', (await client.listResources()).resources.map((resource) => resource.uri),
  ['test://static-binary', 'test://static-text', 'test://watched-resource']);
same('templates', (await client.listResourceTemplates()).resourceTemplates.map((one) => one.uriTemplate),
  ['test://template/{id}/data']);
same('read text', (await client.readResource({ uri: 'test://static-text' })).contents[0].text,
  'This is the content of the static text resource.');
same('read bytes', (await client.readResource({ uri: 'test://static-binary' })).contents[0].mimeType, 'image/png');
same('read template', (await client.readResource({ uri: 'test://template/123/data' })).contents[0].text, '{"id":"123"}');
// The client turns the legacy code -32002 into this one before a program sees it.
await fails('resource not found', () => client.readResource({ uri: 'test://nowhere' }), -32602);

// prompts and completion
same('prompts', (await client.listPrompts()).prompts.map((prompt) => prompt.name).filter((name) => !name.includes('zz')), [
  'test_input_required_result_prompt', 'test_prompt_with_arguments', 'test_prompt_with_embedded_resource',
  'test_prompt_with_image', 'test_simple_prompt']);
same('prompt', (await client.getPrompt({ name: 'test_prompt_with_arguments', arguments: { arg1: 'a', arg2: 'b' } }))
  .messages[0].content.text, "Prompt with arguments: arg1='a', arg2='b'");
same('completion', (await client.complete({ ref: { type: 'ref/prompt', name: 'test_prompt_with_arguments' },
  argument: { name: 'arg1', value: 'par' } })).completion.values, ['paris', 'park', 'party']);

// changes
const listening = Date.now();
if (whole && modern) {
  const subscription = await client.listen({ toolsListChanged: true, resourceSubscriptions: ['test://watched-resource'] });
  same('nothing will be told', subscription.honoredFilter ?? {}, {});
} else if (whole) {
  await fails('subscriptions do not exist', () => client.subscribeResource({ uri: 'test://watched-resource' }), -32601);
  await transport.terminateSession();
} else if (modern) {
  const subscription = await client.listen({ toolsListChanged: true, resourceSubscriptions: ['test://watched-resource'] });
  await call('test_touch_resource');
  await eventually('resource updated', () => changes, ['test://watched-resource']);
  await call('test_trigger_tool_change');
  await eventually('tools changed', () => changes, ['test://watched-resource', 'tools']);
  await subscription.close();
} else {
  await client.subscribeResource({ uri: 'test://watched-resource' });
  await call('test_touch_resource');
  await eventually('resource updated', () => changes, ['test://watched-resource']);
  await client.unsubscribeResource({ uri: 'test://watched-resource' });
  await call('test_trigger_tool_change');
  await eventually('tools changed', () => changes, ['test://watched-resource', 'tools']);
  if (url !== '-') {
    await transport.terminateSession();
  }
}
if (whole) {
  same('told at once', Date.now() - listening < 5000, true);
}
await client.close();
finish(`${typescript}, ${era}, ${url === '-' ? 'stdio' : ['HTTP', command, ...args].filter(Boolean).join(' ')}`);
