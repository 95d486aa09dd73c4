import { queries, read } from '../backend/src/testing/metrics/queries';
import { Api } from './support/api';
import { writeSample } from './support/sample-thesis';
import { freePort, startSystem, type System } from './support/system';

jest.setTimeout(240_000);

const TOKEN = 'what-prometheus-brings-in-this-suite';

let system: System;
let ports: number[];

beforeAll(async () => {
  ports = [await freePort(), await freePort()];
  const [api, worker] = ports.map(String);
  system = await startSystem({
    METRICS_TOKEN: TOKEN,
    METRICS_PORT: api ?? '',
    METRICS_WORKER_PORT: worker ?? '',
  });
});

afterAll(() => system.stop());

async function scrape(port: number): Promise<string> {
  const headers = { Authorization: `Bearer ${TOKEN}` };
  const answer = await fetch(`http://127.0.0.1:${String(port)}/metrics`, { headers });
  expect(answer.status).toBe(200);
  return answer.text();
}

/** Names that can be asked for, as a process declares them. */
function declared(text: string): string[] {
  return [...text.matchAll(/^# TYPE (\w+) (\w+)$/gm)].flatMap(([, name = '', kind]) =>
    kind === 'histogram' ? ['bucket', 'sum', 'count'].map((part) => `${name}_${part}`) : [name],
  );
}

it('every query of boards and alerts finds its series in a system that runs', async () => {
  const student = await new Api(system).signIn('metrics@example.org');
  await writeSample(student);
  const texts = await Promise.all(ports.map(scrape));
  const there = new Set(['up', ...texts.flatMap(declared)]);
  const asked = new Set(queries.flatMap((query) => read(query).names));
  expect([...asked].filter((name) => !there.has(name))).toEqual([]);
  // What happens all the time has been counted, not only declared
  for (const name of ['http_server_request_duration_seconds', 'tesigo_job_step_duration_seconds']) {
    expect(texts.join('\n')).toMatch(new RegExp(`^${name}_count\\{.*\\} [1-9]`, 'm'));
  }
});
