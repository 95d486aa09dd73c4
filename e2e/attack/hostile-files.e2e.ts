import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Api } from '../support/api';
import { HOSTILE_FILES, type HostileFile, hostileFiles } from '../support/hostile-files';
import { type Observation, Observer, percentile } from '../support/observer';
import { sourceForm } from '../support/private-thesis';
import { startSystem, type System } from '../support/system';
import { PLAIN_ESSAY } from '../support/valid-bodies';

const ANSWERED_WITHIN_MS = 10_000;
const READER_MEMORY = 512 * 1024 * 1024;
const AT_ONCE = 3;
/** One document would end with thousands of sources, each of which an import looks at. */
const FILES_OF_DOCUMENT = 25;
const QUIET_MS = 2500;
/**
 * Two readers, the database and the suite share two cores with the API: what is below a few of the
 * scheduler's time slices says nothing about the API.
 */
const UNTELLING_MS = 15;
const PROPER = new Set([201, 400, 413, 415, 422]);

interface Outcome {
  file: string;
  status: number;
  code: string | undefined;
  ms: number;
}

let system: System;
let server: ChildProcess;
let student: Api;
let documentIds: string[];
let temporary: string;
let observer: Observer;
/** Before and after, since others may be busy on the same machine. */
let quiet: Observation[];
let busy: Observation;
const outcomes: Outcome[] = [];

async function upload({ name, content }: HostileFile, index: number): Promise<void> {
  const form = sourceForm(new Uint8Array(content), name);
  const id = documentIds[Math.floor(index / FILES_OF_DOCUMENT)] ?? '';
  const asked = performance.now();
  const path = `/documents/${id}/sources`;
  const { status, body } = await student.post<{ code?: string }>(path, form);
  const file = `${String(index)}: ${name.slice(0, 40)}`;
  outcomes.push({ file, status, code: body.code, ms: performance.now() - asked });
}

async function uploadAll(all: readonly HostileFile[]): Promise<void> {
  const files = all.entries();
  const uploader = async () => {
    for (const [index, file] of files) await upload(file, index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, uploader));
}

beforeAll(async () => {
  temporary = mkdtempSync(join(tmpdir(), 'tesigo-uploads-'));
  system = await startSystem({ TMPDIR: temporary }, []);
  server = await system.start('main');
  student = await new Api(system).signIn('student@example.org');
  const files = hostileFiles();
  const newDocument = async () =>
    (await student.post<{ id: string }>('/documents', PLAIN_ESSAY)).body.id;
  documentIds = await Promise.all(
    Array.from({ length: Math.ceil(files.length / FILES_OF_DOCUMENT) }, newDocument),
  );
  observer = new Observer({
    url: `${system.url}/api/v1/documents/${await newDocument()}`,
    token: student.token,
    pid: server.pid ?? 0,
  });
  // the first requests of a process are those it learns from
  await delay(1000);
  await observer.report();
  await delay(QUIET_MS);
  const before = await observer.report();
  await uploadAll(files);
  busy = await observer.report();
  await delay(QUIET_MS);
  quiet = [before, await observer.report()];
}, 120_000);

afterAll(async () => {
  observer.stop();
  await system.stop();
  rmSync(temporary, { recursive: true, force: true });
});

describe('five hundred hostile files', () => {
  it('are each answered properly and in time', () => {
    expect(outcomes).toHaveLength(HOSTILE_FILES);
    expect(outcomes.filter(({ status }) => !PROPER.has(status))).toEqual([]);
    expect(
      outcomes.filter(({ status, code }) => (code === undefined) !== (status === 201)),
    ).toEqual([]);
    expect(outcomes.filter(({ ms }) => ms > ANSWERED_WITHIN_MS)).toEqual([]);
  });

  it('end no process', () => {
    expect([server.exitCode, server.signalCode]).toEqual([null, null]);
    expect(new Set(busy.statuses)).toEqual(new Set([200]));
  });

  it('get no reader to hold more than its share of memory', () => {
    expect(busy.readers).toBeGreaterThan(50);
    expect(busy.peakMemory).toBeGreaterThan(0);
    expect(busy.peakMemory).toBeLessThanOrEqual(READER_MEMORY);
  });

  it('at most double the time that others wait', () => {
    const longest = quiet.map(({ waits }) => percentile(waits, 0.99));
    expect(quiet.flatMap(({ waits }) => waits).length).toBeGreaterThan(400);
    const allowed = Math.max(...longest.map((wait) => 2 * wait), UNTELLING_MS);
    expect(percentile(busy.waits, 0.99)).toBeLessThanOrEqual(allowed);
  });

  it('leave nothing behind', () => {
    const left = readdirSync(temporary, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });
});
