import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { setTimeout as delay } from 'node:timers/promises';
import { Api } from './support/api';
import { writeSample } from './support/sample-thesis';
import { startSystem, type System } from './support/system';
import { TalkativeModelServer } from './support/talkative-servers';

jest.setTimeout(240_000);

interface Attribute {
  key: string;
  value: { stringValue?: string; intValue?: number };
}

interface Span {
  traceId: string;
  spanId: string;
  parentSpanId?: string;
  name: string;
  attributes: Attribute[];
}

interface Sent {
  resourceSpans: { resource: { attributes: Attribute[] }; scopeSpans: { spans: Span[] }[] }[];
}

type Seen = Span & { service: string };

const valueOf = (attributes: readonly Attribute[], name: string) =>
  attributes.find(({ key }) => key === name)?.value.stringValue ?? '';

const seen: Seen[] = [];
let collector: Server;
let model: TalkativeModelServer;
let system: System;
const bodies: string[] = [];

/** What takes spans in, as OpenTelemetry's collector does. */
async function startCollector(): Promise<string> {
  collector = createServer((request, response) => {
    void json(request).then((sent) => {
      bodies.push(JSON.stringify(sent));
      for (const { resource, scopeSpans } of (sent as Sent).resourceSpans) {
        const service = valueOf(resource.attributes, 'service.name');
        seen.push(
          ...scopeSpans.flatMap(({ spans }) => spans).map((span) => ({ ...span, service })),
        );
      }
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  collector.listen(0, '127.0.0.1');
  await once(collector, 'listening');
  return `http://127.0.0.1:${String((collector.address() as AddressInfo).port)}`;
}

beforeAll(async () => {
  model = new TalkativeModelServer();
  const [endpoint, modelUrl] = await Promise.all([startCollector(), model.listen()]);
  system = await startSystem({
    OTEL_EXPORTER_OTLP_ENDPOINT: endpoint,
    OPENAI_BASE_URL: modelUrl,
    OPENAI_API_KEY: 'sk-not-to-be-seen',
    LLM_MODELS: 'down,offline',
    LOG_LEVEL: 'info',
  });
});

afterAll(async () => {
  await system.stop();
  await model.close();
  collector.close();
});

async function found(what: (span: Seen) => boolean): Promise<Seen> {
  for (let tries = 0; tries < 150; tries += 1) {
    const span = seen.find(what);
    if (span !== undefined) return span;
    await delay(200);
  }
  throw new Error(`No such span among: ${seen.map(({ name }) => name).join(', ')}`);
}

describe('a trace', () => {
  let request: Seen;
  let job: Seen;

  it('leads from a request to its job in another process', async () => {
    const student = await new Api(system).signIn('traced@example.org');
    await writeSample(student);
    request = await found(({ name }) => name === 'POST /api/v1/jobs/generate/document-async');
    job = await found(({ name }) => name === 'job');
    expect([request.service, job.service]).toEqual(['tesigo-api', 'tesigo-worker']);
    expect(job).toMatchObject({ traceId: request.traceId, parentSpanId: request.spanId });
  });

  it('has the steps of the job and its calls of a model', async () => {
    const { traceId, spanId } = job;
    for (const name of ['step outline', 'step section', 'chat down']) {
      expect(await found((span) => span.name === name)).toMatchObject({
        traceId,
        parentSpanId: spanId,
      });
    }
    const chat = await found(({ name }) => name === 'chat down');
    expect(valueOf(chat.attributes, 'gen_ai.request.model')).toBe('down');
    expect(valueOf(chat.attributes, 'error.type')).toBe('ModelError');
  });

  it('tells nothing of what was written, and of whom', () => {
    const all = bodies.join('\n');
    for (const secret of ['sk-not-to-be-seen', 'traced@example.org', 'Bearer']) {
      expect(all).not.toContain(secret);
    }
  });

  it('has the id of the request in the log lines of both processes', () => {
    const requestId = valueOf(request.attributes, 'tesigo.request.id');
    const jobId = valueOf(job.attributes, 'tesigo.job.id');
    const lines = system
      .output()
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.parse(line) as Record<string, unknown>);
    const ended = lines.find(({ msg }) => msg === `Job ${jobId}: completed`);
    expect(ended).toMatchObject({ requestId, jobId });
    expect(lines.some(({ req }) => (req as { id?: string } | undefined)?.id === requestId)).toBe(
      true,
    );
  });
});
