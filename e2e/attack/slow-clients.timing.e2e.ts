import { setTimeout as delay } from 'node:timers/promises';
import { Api } from '../support/api';
import { RawClient } from '../support/raw-client';
import { startSystem, type System } from '../support/system';

const IDLE = 2000;
const SLOW = 100;
/** What the server gives a client for its headers, and how often it looks who is over time. */
const HEADERS_MS = 15_000;
const LOOKS_EVERY_MS = 2000;
/**
 * More at once than the system queues, and some believe that they are let in while the server has yet
 * to hear of them, and never will when they say nothing.
 */
const AT_ONCE = 200;
/** For a machine that others use as well. */
const SPARE_MS = 3000;
/** Nobody else may notice anything worse than this. */
const ANSWERED_WITHIN_MS = 1000;

const POST =
  'POST /api/v1/documents HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n';
const MEGABYTE = Buffer.alloc(1024 * 1024, 'x');

let system: System;
let student: Api;
let idle: RawClient[];
let slow: RawClient[];
let trickle: NodeJS.Timeout;
let watch: Promise<number[]>;
let watching = true;

/** The times that a proper client waits for its answers meanwhile. */
async function ordinaryClient(): Promise<number[]> {
  const waits: number[] = [];
  while (watching) {
    const asked = performance.now();
    const { status } = await student.get('/auth/me');
    expect(status).toBe(200);
    waits.push(performance.now() - asked);
    await delay(20);
  }
  return waits;
}

async function until(done: () => boolean, withinMs: number): Promise<boolean> {
  const deadline = Date.now() + withinMs;
  while (!done() && Date.now() < deadline) await delay(20);
  return done();
}

/** Clients that the server has heard of: it answers one that came after them. */
async function letIn(count: number): Promise<RawClient[]> {
  const clients: RawClient[] = [];
  while (clients.length < count) {
    const more = Math.min(AT_ONCE, count - clients.length);
    clients.push(...Array.from({ length: more }, () => new RawClient(system.url)));
    expect(await until(() => clients.every(({ connectedAt }) => connectedAt > 0), 5000)).toBe(true);
    const last = new RawClient(system.url);
    last.send('GET /health/live HTTP/1.1\r\nHost: localhost\r\n\r\n');
    expect(await until(() => last.status > 0, 5000)).toBe(true);
    last.end();
  }
  return clients;
}

beforeAll(async () => {
  system = await startSystem({}, ['main']);
  student = await new Api(system).signIn('student@example.org');
  idle = await letIn(IDLE);
  slow = await letIn(SLOW);
  for (const client of slow) client.send('GET /api/v1/auth/me HTTP/1.1\r\nHost: localhost\r\n');
  trickle = setInterval(() => {
    for (const client of slow) client.send('X-Slow: 1\r\n');
  }, 500);
  watch = ordinaryClient();
  // a failure is for the test that waits for it
  watch.catch(() => undefined);
}, 120_000);

afterAll(async () => {
  clearInterval(trickle);
  for (const client of [...idle, ...slow]) client.end();
  await system.stop();
});

describe('a fat request', () => {
  it('with 100 kB of headers is refused and hung up on', async () => {
    const client = new RawClient(system.url);
    client.send(`GET /api/v1/auth/me HTTP/1.1\r\nHost: localhost\r\nX-Fat: ${'x'.repeat(100_000)}`);
    expect(await until(() => client.closed, 3000)).toBe(true);
    expect(client.status).toBe(431);
  });

  it('with 2,000 headers is refused and hung up on, or answered', async () => {
    const client = new RawClient(system.url);
    const headers = Array.from({ length: 2000 }, (_, index) => `X-${String(index)}: 1\r\n`).join(
      '',
    );
    client.send(`GET /api/v1/auth/me HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`);
    expect(await until(() => client.status > 0, 3000)).toBe(true);
    expect([401, 431]).toContain(client.status);
    client.end();
  });

  it('with 50 MB of JSON is refused before it is sent', async () => {
    const client = new RawClient(system.url);
    client.send(`${POST}Content-Length: ${String(50 * MEGABYTE.length)}\r\n\r\n`);
    expect(await until(() => client.status > 0, 1000)).toBe(true);
    expect(client.status).toBe(413);
    expect(client.received).toContain('application/problem+json');
    // who begins to send it all the same is hung up on
    client.send(MEGABYTE);
    expect(await until(() => client.closed, 4000)).toBe(true);
  }, 10_000);

  it('whose JSON never ends is refused in its midst and hung up on', async () => {
    const client = new RawClient(system.url);
    client.send(`${POST}Transfer-Encoding: chunked\r\n\r\n`);
    const chunk = Buffer.concat([Buffer.from('100000\r\n'), MEGABYTE, Buffer.from('\r\n')]);
    const pump = setInterval(() => client.send(chunk), 50);
    expect(await until(() => client.status > 0, 3000)).toBe(true);
    expect(client.status).toBe(413);
    expect(await until(() => client.closed, 4000)).toBe(true);
    clearInterval(pump);
  }, 10_000);
});

describe('a slow client', () => {
  it('that sent no request, or only headers without an end, is hung up on in time', async () => {
    const clients = [...idle, ...slow];
    const lastIn = Math.max(...clients.map(({ connectedAt }) => connectedAt));
    const left = lastIn + HEADERS_MS + 2 * LOOKS_EVERY_MS + SPARE_MS - Date.now();
    await until(() => clients.every(({ closed }) => closed), left);
    expect(clients.filter(({ closed }) => !closed)).toHaveLength(0);
    const stays = clients.map(({ connectedAt, closedAt }) => closedAt - connectedAt);
    expect(Math.min(...stays)).toBeGreaterThan(HEADERS_MS - LOOKS_EVERY_MS);
    expect(new Set(slow.map(({ status }) => status))).toEqual(new Set([408]));
  }, 60_000);

  it('has kept nobody else waiting', async () => {
    watching = false;
    const waits = await watch;
    expect(waits.length).toBeGreaterThan(100);
    expect(Math.max(...waits)).toBeLessThan(ANSWERED_WITHIN_MS);
  });
});
