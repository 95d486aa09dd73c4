import { connect, type AddressInfo } from 'node:net';
import { once } from 'node:events';
import { JobsModule } from '../jobs';
import { testApp, type TestApp } from '../testing/test-app';

let target: TestApp;

beforeAll(async () => {
  target = await testApp({ features: { imports: [JobsModule] } });
});

afterAll(() => target.close());

const PATH = '/api/v1/jobs/ws/generation/01890000-0000-7000-8000-000000000000';

/** The first line that comes back to a raw request for an upgrade. */
async function upgrade(path: string, host = 'localhost', at = target): Promise<string> {
  const { port } = at.server.address() as AddressInfo;
  const socket = connect(port, '127.0.0.1');
  const key = Buffer.alloc(16).toString('base64');
  socket.write(
    `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
  );
  // an open connection is one that has been let in; enough of it is its first piece
  const [first] = (await once(socket, 'data')) as [Buffer];
  socket.destroy();
  return first.toString().split('\r\n', 1)[0] ?? '';
}

describe('a request for an upgrade', () => {
  it.each(['//', '//[', 'http://[', '/\\', `/${'a'.repeat(8000)}`, '*', '/%zz', '/api/v1/jobs/ws'])(
    'is refused and harms nobody: %p',
    async (path) => {
      expect(await upgrade(path)).toMatch(/^HTTP\/1\.1 4\d\d /);
      expect(target.server.listening).toBe(true);
    },
  );

  it('is refused when too many come from one address, whatever it claims to be', async () => {
    const limited = await testApp({
      features: { imports: [JobsModule] },
      environment: { RATE_LIMIT_REQUESTS_PER_MINUTE: '3' },
    });
    const claims = ['203.0.113.1', '203.0.113.2', '203.0.113.3', '203.0.113.4', '203.0.113.5'];
    const answers: string[] = [];
    for (const claim of claims)
      answers.push(await upgrade(PATH, `localhost\r\nX-Forwarded-For: ${claim}`, limited));
    await limited.close();
    expect(answers.map((line) => line.split(' ')[1])).toEqual(['101', '101', '101', '429', '429']);
  });

  it('is refused under another name', async () => {
    expect(await upgrade(PATH, 'evil.example.com')).toMatch(/^HTTP\/1\.1 421 /);
  });
});
