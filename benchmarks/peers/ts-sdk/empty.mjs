import { run } from './runtime.mjs';

run(() => ({ statusCode: 200, body: '42' }));
