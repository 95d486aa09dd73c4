import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { Api } from '../support/api';
import { type HostileFile, hostileFiles } from '../support/hostile-files';
import { type Outcome, PROPER } from '../support/hostile-files/outcome';
import { hostileRules } from '../support/hostile-files/rules';
import { sourceForm } from '../support/private-thesis';
import { startSystem, type System } from '../support/system';
import { PLAIN_ESSAY } from '../support/valid-bodies';

/** Of what no rules are ever given as. */
const REFERENCES = new Set(['.bib', '.ris', '.json', '.exe']);
/** On a machine that others use as well; what hangs takes for ever. */
const ANSWERED_WITHIN_MS = 60_000;
const AT_ONCE = 3;

let system: System;
let server: ChildProcess;
let student: Api;
let documentId: string;
let temporary: string;
const outcomes: Outcome[] = [];

const files = (): HostileFile[] => [
  ...hostileFiles().filter(({ name }) => !REFERENCES.has(extname(name).toLowerCase())),
  ...hostileRules().map((text) => ({ name: 'rules.txt', content: Buffer.from(text) })),
];

async function upload({ name, content }: HostileFile, index: number): Promise<void> {
  const form = sourceForm(new Uint8Array(content), name);
  const asked = performance.now();
  const path = `/documents/${documentId}/custom-requirements/upload`;
  const { status, body } = await student.post<{ code?: string }>(path, form);
  const file = `${String(index)}: ${name.slice(0, 40)}`;
  outcomes.push({ file, status, code: body.code, ms: performance.now() - asked });
}

beforeAll(async () => {
  // it takes so long that idle connections would be closed meanwhile
  const waiting = files().entries();
  temporary = mkdtempSync(join(tmpdir(), 'tesigo-rules-'));
  system = await startSystem({ TMPDIR: temporary }, []);
  server = await system.start('main');
  student = await new Api(system).signIn('student@example.org');
  documentId = (await student.post<{ id: string }>('/documents', PLAIN_ESSAY)).body.id;
  const uploader = async () => {
    for (const [index, file] of waiting) await upload(file, index);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, uploader));
}, 400_000);

afterAll(async () => {
  await system.stop();
  rmSync(temporary, { recursive: true, force: true });
});

describe('hostile files that are given as rules', () => {
  it('are each answered properly, and none without end', () => {
    expect(outcomes.length).toBeGreaterThan(300);
    expect(outcomes.filter(({ status }) => !PROPER.has(status))).toEqual([]);
    expect(
      outcomes.filter(({ status, code }) => (code === undefined) !== (status === 201)),
    ).toEqual([]);
    expect(outcomes.filter(({ ms }) => ms > ANSWERED_WITHIN_MS)).toEqual([]);
    const [slowest] = outcomes.toSorted((a, b) => b.ms - a.ms);
    process.stdout.write(`${String(outcomes.length)} files, slowest ${JSON.stringify(slowest)}\n`);
  });

  it('end no process, and leave rules that can be read and replaced', async () => {
    expect([server.exitCode, server.signalCode]).toEqual([null, null]);
    const path = `/documents/${documentId}/requirements`;
    expect((await student.get(path)).status).toBe(200);
    const replaced = await student.request('PUT', path, { formatting: { marginLeft: 30 } });
    expect(replaced.status).toBe(200);
  });

  it('leave nothing behind', () => {
    const left = readdirSync(temporary, { recursive: true, withFileTypes: true });
    expect(left.filter((entry) => entry.isFile())).toEqual([]);
  });
});
