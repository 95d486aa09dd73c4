import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Api } from '../support/api';
import { HOSTILE_FILES, type HostileFile, hostileFiles } from '../support/hostile-files';
import { type Outcome, PROPER } from '../support/hostile-files/outcome';
import { type Observation, Observer, percentile } from '../support/observer';
import { sourceForm } from '../support/private-thesis';
import { steppingAside } from '../support/step-aside';
import { startSystem, type System } from '../support/system';
import { PLAIN_ESSAY } from '../support/valid-bodies';

/** Where nobody else is busy on the machine, and where somebody is. */
const ANSWERED_WITHIN_MS = { quiet: 10_000, shared: 40_000 };
const READER_MEMORY = 512 * 1024 * 1024;
const AT_ONCE = 3;
/** One document would end with thousands of sources, each of which an import looks at. */
const FILES_OF_DOCUMENT = 25;
/** Quiet and busy times alternate, since others may be busy on the same machine. */
const ROUNDS = 10;
/** In all for some thousand answers: of fewer, chance decides which is the slowest hundredth. */
const QUIET_MS = 1500;
/**
 * Readers, the database and the observer share two cores with the API: what is below
 * some of the scheduler's time slices says nothing about the API.
 */
const UNTELLING_MS = { median: 5, slowest: 40 };
/** More than the API and who asks it need; the rest is somebody else's. */
const QUIET_LOAD = 0.4;
const UNUSABLE_MS = 250;

let system: System;
let server: ChildProcess;
let student: Api;
let documentIds: string[];
let temporary: string;
let observer: Observer;
const quiet: Observation[] = [];
const busy: Observation[] = [];
const outcomes: Outcome[] = [];

/** Whether others kept the processors busy while the API had nothing to read. */
const isShared = () => quiet.reduce((sum, one) => sum + one.load, 0) / quiet.length >= QUIET_LOAD;

async function upload({ name, content }: HostileFile, index: number): Promise<void> {
  const form = sourceForm(new Uint8Array(content), name);
  const id = documentIds[Math.floor(index / FILES_OF_DOCUMENT)] ?? '';
  const asked = performance.now();
  const path = `/documents/${id}/sources`;
  const { status, body } = await student.post<{ code?: string }>(path, form);
  const file = `${String(index)}: ${name.slice(0, 40)}`;
  outcomes.push({ file, status, code: body.code, ms: performance.now() - asked });
}

/** Every tenth file, so that each round has some of all kinds. */
async function uploadAll(files: readonly HostileFile[], round: number): Promise<void> {
  const waiting = [...files.entries()].filter(([index]) => index % ROUNDS === round).values();
  const uploader = async () => {
    for (const [index, file] of waiting) await upload(file, index);
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
  for (let round = 0; round < ROUNDS; round += 1) {
    await delay(QUIET_MS);
    const before = await observer.report();
    quiet.push(before);
    // where somebody else is busy, it would hardly ever have its turn
    const alone = before.load < QUIET_LOAD;
    await (alone ? steppingAside(() => uploadAll(files, round)) : uploadAll(files, round));
    busy.push(await observer.report());
  }
}, 400_000);

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
    const within = isShared() ? ANSWERED_WITHIN_MS.shared : ANSWERED_WITHIN_MS.quiet;
    expect(outcomes.filter(({ ms }) => ms > within)).toEqual([]);
  });

  it('end no process', () => {
    expect([server.exitCode, server.signalCode]).toEqual([null, null]);
    expect(new Set(busy.flatMap(({ statuses }) => statuses))).toEqual(new Set([200]));
  });

  it('get no reader to hold more than its share of memory', () => {
    expect(busy.reduce((sum, { readers }) => sum + readers, 0)).toBeGreaterThan(50);
    const peak = Math.max(...busy.map(({ peakMemory }) => peakMemory));
    expect(peak).toBeGreaterThan(0);
    expect(peak).toBeLessThanOrEqual(READER_MEMORY);
  });

  it('at most double the time that others wait', () => {
    const wait = (times: readonly Observation[], share: number) =>
      percentile(
        times.flatMap(({ waits }) => waits),
        share,
      );
    const figures = [0.5, 0.99].map(
      (share) => `${wait(quiet, share).toFixed(2)} → ${wait(busy, share).toFixed(2)} ms`,
    );
    process.stdout.write(`others wait, quiet → busy: median, 99th ${figures.join(', ')}\n`);
    const median = Math.max(2 * wait(quiet, 0.5), UNTELLING_MS.median);
    expect(wait(busy, 0.5)).toBeLessThanOrEqual(median);
    // who else keeps the processors busy decides over the slowest, not the API
    const allowed = isShared()
      ? UNUSABLE_MS
      : Math.max(2 * wait(quiet, 0.99), UNTELLING_MS.slowest);
    expect(wait(busy, 0.99)).toBeLessThanOrEqual(allowed);
  });

  it('leave nothing behind', () => {
    const left = readdirSync(temporary, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });
});
