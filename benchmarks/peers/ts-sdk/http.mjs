import { createServer } from 'node:http';
import { createMcpHandler } from '@modelcontextprotocol/server';
import { localhostHostValidation, localhostOriginValidation, toNodeHandler } from '@modelcontextprotocol/node';
import { server } from './server.mjs';

const handle = toNodeHandler(createMcpHandler(server));
const hostIsLocal = localhostHostValidation();
const originIsLocal = localhostOriginValidation();

createServer((request, response) => {
  if (hostIsLocal(request, response) && originIsLocal(request, response)) {
    handle(request, response);
  }
}).listen(Number(process.argv[2]), '127.0.0.1');
