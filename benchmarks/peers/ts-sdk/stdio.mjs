import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { server } from './server.mjs';

serveStdio(server);
