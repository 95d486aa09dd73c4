import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { JobsModule } from '../jobs';
import { OutboxModule } from '../outbox';
import { testApp, type TestApp } from '../testing/test-app';
import { TestClient } from '../testing/test-client';
import { MetricsModule } from './metrics.module';
import { MetricsServer } from './metrics-server';

const TOKEN = 'a token of sixteen characters';

let target: TestApp;

beforeAll(async () => {
  target = await testApp({
    features: { imports: [JobsModule, OutboxModule, MetricsModule.of('api')] },
    environment: { METRICS_PORT: '0', METRICS_TOKEN: TOKEN },
  });
});

afterAll(() => target.close());

async function ask(headers: Record<string, string>, path = '/metrics', method = 'GET') {
  const { port } = target.app.get(MetricsServer, { strict: false });
  const answer = Promise.withResolvers<{ status: number | undefined; body: string }>();
  request({ host: '127.0.0.1', port, path, method, headers }, (response) => {
    void text(response).then((body) => {
      answer.resolve({ status: response.statusCode, body });
    });
  })
    .once('error', answer.reject)
    .end();
  return answer.promise;
}

const scrape = () => ask({ authorization: `Bearer ${TOKEN}` });

const sample = (body: string, start: string) =>
  body.split('\n').filter((line) => line.startsWith(start));

describe('the metrics', () => {
  it.each([
    [{}, 401],
    [{ authorization: `Bearer ${TOKEN}x` }, 401],
    [{ authorization: `Basic ${TOKEN}` }, 401],
  ])('are for those who bring the token: %j', async (headers, status) => {
    expect(await ask(headers)).toEqual({ status, body: '' });
  });

  it('are nowhere else', async () => {
    const authorization = `Bearer ${TOKEN}`;
    expect((await ask({ authorization }, '/')).status).toBe(404);
    expect((await ask({ authorization }, '/metrics', 'POST')).status).toBe(404);
    for (const path of ['/metrics', '/api/v1/metrics']) {
      const { port } = target.server.address() as { port: number };
      const answer = await fetch(`http://127.0.0.1:${String(port)}${path}`, {
        headers: { authorization },
      });
      expect(answer.status).toBe(404);
      await answer.body?.cancel();
    }
  });

  it('time each request by its route, without what stands in its path', async () => {
    const browser = await new TestClient(target).signIn('metrics@example.org');
    const id = '01890000-0000-7000-8000-000000000000';
    await browser.send('get', `/jobs/${id}/status`).expect(404);
    const { status, body } = await scrape();
    expect(status).toBe(200);
    expect(body).toContain('process_cpu_seconds_total');
    const name = 'http_server_request_duration_seconds_count';
    const route = 'http_route="/api/v1/jobs/:jobId/status",http_response_status_code="404"';
    expect(body).toContain(`${name}{http_request_method="GET",${route}} 1`);
    expect(body).not.toContain(id);
    expect(body).not.toContain('example.org');
  });

  it('count the unfinished jobs and the messages that wait', async () => {
    const { body } = await scrape();
    expect(sample(body, 'tesigo_jobs{').sort()).toEqual([
      'tesigo_jobs{status="cancelling"} 0',
      'tesigo_jobs{status="paused"} 0',
      'tesigo_jobs{status="queued"} 0',
      'tesigo_jobs{status="running"} 0',
    ]);
    expect(sample(body, 'tesigo_outbox_messages{')).toEqual([
      'tesigo_outbox_messages{state="waiting"} 0',
      'tesigo_outbox_messages{state="dead"} 0',
    ]);
  });
});
