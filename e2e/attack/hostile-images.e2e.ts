import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Api } from '../support/api';
import type { HostileFile } from '../support/hostile-files';
import { hostileImages } from '../support/hostile-files/images';
import { type Outcome, PROPER } from '../support/hostile-files/outcome';
import { type Observation, Observer } from '../support/observer';
import { sourceForm } from '../support/private-thesis';
import { startSystem, type System } from '../support/system';
import { PLAIN_ESSAY } from '../support/valid-bodies';

/** On a machine that others use as well; what hangs takes for ever. */
const ANSWERED_WITHIN_MS = 100_000;
const READER_MEMORY = 512 * 1024 * 1024;

let system: System;
let server: ChildProcess;
let student: Api;
let figures: string;
let temporary: string;
let observer: Observer;
let seen: Observation;
const outcomes: Outcome[] = [];

async function upload({ name, content }: HostileFile, index: number): Promise<void> {
  const asked = performance.now();
  const form = sourceForm(new Uint8Array(content), name);
  const { status, body } = await student.post<{ code?: string }>(figures, form);
  const file = `${String(index)}: ${name}`;
  outcomes.push({ file, status, code: body.code, ms: performance.now() - asked });
}

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'tesigo-images-'));
  const files = await hostileImages();
  system = await startSystem({ TMPDIR: temporary, RATE_LIMIT_DISABLED: 'true' }, []);
  server = await system.start('main');
  student = await new Api(system).signIn('student@example.org');
  const { id } = (await student.post<{ id: string }>('/documents', PLAIN_ESSAY)).body;
  figures = `/documents/${id}/figures`;
  const url = `${system.url}/api/v1${figures}`;
  observer = new Observer({ url, token: student.token, pid: server.pid ?? 0 });
  for (const [index, file] of files.entries()) await upload(file, index);
  seen = await observer.report();
}, 400_000);

afterAll(async () => {
  observer.stop();
  await system.stop();
  rmSync(temporary, { recursive: true, force: true });
});

describe('hostile images', () => {
  it('are each answered properly, and none without end', () => {
    expect(outcomes.length).toBeGreaterThan(40);
    expect(outcomes.filter(({ status }) => !PROPER.has(status))).toEqual([]);
    expect(
      outcomes.filter(({ status, code }) => (code === undefined) !== (status === 201)),
    ).toEqual([]);
    expect(outcomes.filter(({ ms }) => ms > ANSWERED_WITHIN_MS)).toEqual([]);
    const [slowest] = outcomes.toSorted((a, b) => b.ms - a.ms);
    process.stdout.write(`${String(outcomes.length)} images, slowest ${JSON.stringify(slowest)}\n`);
  });

  it('end no process that answers, and are read by others within their share of memory', () => {
    expect([server.exitCode, server.signalCode]).toEqual([null, null]);
    expect(seen.statuses).toEqual([200]);
    expect(seen.readers).toBeGreaterThan(20);
    process.stdout.write(`largest reader ${String(Math.round(seen.peakMemory / 2 ** 20))} MiB\n`);
    expect(seen.peakMemory).toBeLessThanOrEqual(READER_MEMORY);
  });

  it('leave nothing behind', () => {
    const left = readdirSync(temporary, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });
});
