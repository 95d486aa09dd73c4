import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ReaderHost } from './reader-host';
import { ReaderDied } from './run-reader';

const bibtex = (title: string) => `@book{doe2020, title = {${title}}, year = {2020}}`;

let directory: string;
let host: ReaderHost;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'reader-host-'));
  host = new ReaderHost();
});

afterAll(async () => {
  host.onApplicationShutdown();
  await rm(directory, { recursive: true });
});

async function read(title: string, timeoutMs = 30_000) {
  const path = join(directory, title);
  await writeFile(path, bibtex(title));
  const file = { kind: 'bibtex', path, fileName: 'library.bib', language: 'en' } as const;
  return host.read({ ...file, stated: {} }, timeoutMs);
}

jest.setTimeout(60_000);

describe('the host of readers', () => {
  it('gives each answer to who asked for it', async () => {
    const titles = ['Recalling', 'Rereading', 'Forgetting'];
    const answers = await Promise.all(titles.map((title) => read(title)));
    expect(answers).toMatchObject(
      titles.map((title) => ({ reading: { drafts: [{ csl: { title } }] } })),
    );
  });

  it('says so when a reader takes too long', async () => {
    await expect(read('Slowly', 1)).rejects.toMatchObject({ timedOut: true });
  });

  it('is started anew when it has ended, which costs only those it was busy with', async () => {
    const asked = read('Lost');
    await writeFile(join(directory, 'other'), '');
    host.onApplicationShutdown();
    await expect(asked).rejects.toBeInstanceOf(ReaderDied);
    await expect(read('Found')).resolves.toHaveProperty('reading');
  });
});
