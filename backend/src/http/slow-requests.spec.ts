import { type AddressInfo, connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { testApp, type TestApp } from '../testing/test-app';

let target: TestApp;

beforeAll(async () => {
  target = await testApp();
});

afterAll(() => target.close());

describe('the time that a client has', () => {
  it('is 15 seconds for its headers and two minutes for a request', () => {
    expect(target.server).toMatchObject({ headersTimeout: 15_000, requestTimeout: 120_000 });
  });

  it('ends with a body that goes on and on, byte by byte', async () => {
    // Node takes the longer of the two for the whole request
    target.server.headersTimeout = 400;
    target.server.requestTimeout = 500;
    const { port } = target.server.address() as AddressInfo;
    const socket = connect(port, '127.0.0.1');
    socket.write('POST /api/v1/auth/magic-link HTTP/1.1\r\nHost: localhost\r\n');
    socket.write('Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n');
    const drip = setInterval(() => socket.write(' '), 100);
    try {
      expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 /);
    } finally {
      clearInterval(drip);
      socket.destroy();
    }
  });
});
