import { once } from 'node:events';
import type { ClientOptions } from 'ws';
import { JobFixture, type Student } from '../../testing/jobs/job-fixture';
import { ProgressListener } from '../../testing/jobs/progress-listener';
import { testApp, type TestApp } from '../../testing/test-app';
import { JobsModule } from '../jobs.module';
import { ProgressGateway } from './progress.gateway';

let target: TestApp;
let jobs: JobFixture;
let student: Student;
let documentId: string;

beforeAll(async () => {
  target = await testApp({ features: { imports: [JobsModule] } });
  jobs = new JobFixture(target);
  student = await jobs.student();
  documentId = await jobs.document(student);
});

afterAll(() => target.close());

async function listener(options: ClientOptions = {}): Promise<ProgressListener> {
  const client = await ProgressListener.connect(target, documentId, options);
  client.signIn(student.accessToken);
  await client.until(({ types }) => types.includes('snapshot'));
  return client;
}

/** As many seconds pass as lie between two pings. */
function untilPing(): void {
  const gateway = target.app.get(ProgressGateway, { strict: false });
  for (let second = 0; second < 20; second += 1) gateway['tick']();
}

describe('every 20 seconds', () => {
  it('a listener is pinged, and stays while it answers', async () => {
    const client = await listener();
    for (let pings = 0; pings < 3; pings += 1) {
      const pinged = once(client.socket, 'ping');
      untilPing();
      await pinged;
      const gateway = target.app.get(ProgressGateway, { strict: false });
      await jobs.eventually(() =>
        Promise.resolve([...gateway.clients.values()].every((one) => one.alive)),
      );
    }
    expect(client.socket.readyState).toBe(client.socket.OPEN);
    client.socket.close();
    await client.closed;
  });

  it('one that no longer answers is let go, and forgotten', async () => {
    const client = await listener({ autoPong: false });
    untilPing();
    expect(client.socket.readyState).toBe(client.socket.OPEN);
    untilPing();
    expect(await client.closed).toBe(1006);
    const gateway = target.app.get(ProgressGateway, { strict: false });
    await jobs.eventually(() => Promise.resolve(gateway.clients.size === 0));
  });
});
