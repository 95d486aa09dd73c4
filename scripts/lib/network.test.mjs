// @ts-check
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { describe, it } from 'node:test';
import { freePort, requireFreePort } from './network.mjs';

describe('the port check', () => {
  it('passes on a free port', async () => {
    await requireFreePort({ host: '127.0.0.1', port: await freePort() });
  });

  it('names a port in use and offers another', async (test) => {
    const port = await freePort();
    const server = createServer().listen(port, '127.0.0.1');
    test.after(() => server.close());
    await once(server, 'listening');
    const message = new RegExp(`Port ${port} is used .* PORT=${port + 1}`);
    await assert.rejects(requireFreePort({ host: '127.0.0.1', port }), message);
  });

  it('names a host that is not of this machine', async () => {
    await assert.rejects(
      requireFreePort({ host: '192.0.2.1', port: 3000 }),
      /HOST is 192\.0\.2\.1/,
    );
  });
});
