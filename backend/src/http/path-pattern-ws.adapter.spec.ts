import { connect, type AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { JobsModule } from '../jobs';
import { testApp, type TestApp } from '../testing/test-app';

let target: TestApp;

beforeAll(async () => {
  target = await testApp({ features: { imports: [JobsModule] } });
});

afterAll(() => target.close());

/** The first line that comes back to a raw request for an upgrade. */
async function upgrade(path: string, host = 'localhost'): Promise<string> {
  const { port } = target.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  const key = Buffer.alloc(16).toString('base64');
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  );
  return (await text(socket)).split('\r\n', 1)[0] ?? '';
}

describe('a request for an upgrade', () => {
  it.each(['//', '//[', 'http://[', '/\\', `/${'a'.repeat(8000)}`, '*', '/%zz', '/api/v1/jobs/ws'])(
    'is refused and harms nobody: %p',
    async (path) => {
      expect(await upgrade(path)).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(target.server.listening).toBe(true);
    },
  );

  it('is refused under another name', async () => {
    const path = '/api/v1/jobs/ws/generation/01890000-0000-7000-8000-000000000000';
    expect(await upgrade(path, 'evil.example.com')).toMatch(/^HTTP\/1\.1 421 /);
  });
});
