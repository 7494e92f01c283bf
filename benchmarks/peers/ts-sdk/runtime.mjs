import { Agent, request } from 'node:http';

// The Runtime API of Lambda in a few lines: the client that AWS has for Node needs a native library to be compiled.
const [host, port] = process.env.AWS_LAMBDA_RUNTIME_API.split(':');
const agent = new Agent({ keepAlive: true });

const ask = (method, path, body) => new Promise((resolve, reject) => {
  request({ host, port, agent, method, path: `/2018-06-01/runtime/invocation/${path}` }, (response) => {
    const chunks = [];
    response.on('data', (chunk) => chunks.push(chunk));
    response.on('end', () => resolve([response.headers, Buffer.concat(chunks).toString()]));
  }).on('error', reject).end(body);
});

export async function run(handler) {
  for (;;) {
    const [headers, event] = await ask('GET', 'next');
    await ask('POST', `${headers['lambda-runtime-aws-request-id']}/response`, JSON.stringify(await handler(JSON.parse(event))));
  }
}
