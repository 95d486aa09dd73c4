import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newId } from '../../common';
import { longTurns } from '../../testing/long-turns';
import { makeLongPdf } from '../../testing/make-long-pdf';
import { testDatabase, type TestDatabase } from '../../testing/test-database';
import { SandboxHost } from '../../sandbox';
import { readFile } from '../reader/read-file';
import type { SourceFileKind } from '../reader/reading';
import { reportOf } from './import-report';
import { ImportRepository } from './import.repository';

/**
 * Milliseconds of processor time that others may have to wait; half of it is usual. On a machine that
 * is busy otherwise, a turn or two of hundreds take longer than their work.
 */
const LONG = 20;
const FEW = 2;

let database: TestDatabase;
let directory: string;
let documentId: string;
const host = new SandboxHost();
const owner = newId();

beforeAll(async () => {
  database = await testDatabase();
  directory = await mkdtemp(join(tmpdir(), 'turns-'));
  documentId = newId();
  const user = 'insert into users (id, email) values ($1, $2)';
  await database.dataSource.query(user, [owner, 'a@b.c']);
  await database.dataSource.query(
    `insert into documents (id, owner_id, title, topic, language, type, target_pages, citation_style)
     values ($1, $2, 'T', 'T', 'en', 'essay', 5, 'apa')`,
    [documentId, owner],
  );
});

/** The host of sandboxes is started once in the life of an API, which takes the longer the larger it is. */
beforeAll(async () => {
  const reader = await readerOf('bibtex', '@book{a, title={First}}');
  await reader();
}, 60_000);

afterAll(async () => {
  host.onApplicationShutdown();
  await database.drop();
  await rm(directory, { recursive: true });
});

async function readerOf(kind: SourceFileKind, content: Buffer | string) {
  const path = join(directory, 'upload');
  await writeFile(path, content);
  const request = { kind, path, fileName: 'upload', language: 'en', stated: {} } as const;
  return () => readFile(host, request, 120_000);
}

/** Reads and stores a file as the API does; the report, and how long others had to wait. */
async function add(kind: SourceFileKind, content: Buffer | string) {
  const reader = await readerOf(kind, content);
  const steps: Record<string, number[]> = {};
  const timed = async <T>(step: string, act: () => Promise<T>): Promise<T> => {
    let result: T | undefined;
    steps[step] = await longTurns(async () => (result = await act()));
    return result as T;
  };
  const answer = await timed('reading', reader);
  if (!('reading' in answer)) throw new Error(JSON.stringify(answer));
  const { drafts, refused } = answer.reading;
  const imports = new ImportRepository(database.dataSource);
  const plan = await timed('storing', () => imports.store(owner, documentId, drafts));
  const report = await timed('reporting', () => reportOf(plan, refused));
  const figures = Object.entries(steps).map(
    ([step, turns]) =>
      `${step} ${turns
        .slice(0, 3)
        .map((ms) => ms.toFixed(1))
        .join(', ')} ms`,
  );
  process.stdout.write(`longest turns with ${kind}: ${figures.join('; ')}\n`);
  return { report, turns: Object.values(steps).flat() };
}

const SENTENCE = 'Practice at recalling material makes it last longer than reading it once more.';

const entry = (number: number) =>
  `@article{k${String(number)}, title={Study ${String(number)} of learning}, year={2001},
    author={M{\\"u}ller, J{\\'o}zef and van den Berg, Anna and {Institute of Learning}},
    journal={Journal of Studies}, volume=3, pages={1--20}, doi={10.1000/${String(number)}},
    keywords={learning, memory}, abstract={${`${SENTENCE} `.repeat(8)}}}`;

jest.setTimeout(240_000);

describe('adding a large file', () => {
  it('of 5,000 entries keeps nobody else waiting', async () => {
    const entries = Array.from({ length: 5000 }, (_, number) => entry(number));
    const { report, turns } = await add('bibtex', entries.join('\n'));
    expect(report.added).toHaveLength(5000);
    expect(turns.filter((ms) => ms > LONG).length).toBeLessThanOrEqual(FEW);
    expect(Math.max(...turns)).toBeLessThan(5 * LONG);
  });

  it('of 2,000 pages keeps nobody else waiting', async () => {
    const paragraph = `${SENTENCE} `.repeat(30);
    const pages = Array.from(
      { length: 2000 },
      (_, index) => `Page ${String(index)} says something of its own about learning. ${paragraph}`,
    );
    await database.dataSource.query('delete from sources');
    const { report, turns } = await add('pdf', makeLongPdf(pages));
    expect(report.added).toMatchObject([{ pageCount: 2000 }]);
    expect(report.added[0]?.passageCount).toBeGreaterThanOrEqual(8000);
    expect(turns.filter((ms) => ms > LONG).length).toBeLessThanOrEqual(FEW);
    expect(Math.max(...turns)).toBeLessThan(5 * LONG);
  });
});
