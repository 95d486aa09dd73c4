import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readFile } from '../sources/reader/read-file';
import { SandboxDied } from './run-sandboxed';
import { SandboxHost } from './sandbox-host';

const bibtex = (title: string) => `@book{doe2020, title = {${title}}, year = {2020}}`;

let directory: string;
let host: SandboxHost;

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'reader-host-'));
  host = new SandboxHost();
});

afterAll(async () => {
  host.onApplicationShutdown();
  await rm(directory, { recursive: true });
});

async function read(title: string, timeoutMs = 30_000) {
  const path = join(directory, title);
  await writeFile(path, bibtex(title));
  const file = { kind: 'bibtex', path, fileName: 'library.bib', language: 'en' } as const;
  return readFile(host, { ...file, stated: {} }, timeoutMs);
}

jest.setTimeout(60_000);

describe('the host of sandboxes', () => {
  it('gives each answer to who asked for it', async () => {
    const titles = ['Recalling', 'Rereading', 'Forgetting'];
    const answers = await Promise.all(titles.map((title) => read(title)));
    expect(answers).toMatchObject(
      titles.map((title) => ({ reading: { drafts: [{ csl: { title } }] } })),
    );
  });

  it('says so when a process takes too long', async () => {
    await expect(read('Slowly', 1)).rejects.toMatchObject({ timedOut: true });
  });

  it('is started anew when it has ended, which costs only those it was busy with', async () => {
    const asked = read('Lost');
    await writeFile(join(directory, 'other'), '');
    host.onApplicationShutdown();
    await expect(asked).rejects.toBeInstanceOf(SandboxDied);
    await expect(read('Found')).resolves.toHaveProperty('reading');
  });
});
