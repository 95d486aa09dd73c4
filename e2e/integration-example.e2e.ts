import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { mailsIn, signInMail } from '../backend/src/testing/mailbox';
import { startSystem, type System } from './support/system';

const DOCS = resolve(__dirname, '../docs');
const EXAMPLE = join(DOCS, 'examples/write-thesis.mjs');

jest.setTimeout(180_000);

interface Operations {
  paths: Record<string, Record<string, unknown>>;
}

/** Runs the example as a reader of the guide would, and types the code of the mail when it asks. */
async function runExample(system: System, file: string): Promise<{ code: number; output: string }> {
  const child = spawn(process.execPath, [EXAMPLE, system.url, 'it@example.org', file]);
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => {
    output += chunk.toString();
    if (!chunk.toString().includes('Code from the mail')) return;
    void mailsIn(system.mailDir).then((mails) =>
      child.stdin.end(`${signInMail(mails.at(-1)).code}\n`),
    );
  });
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, output };
}

describe('the guide for who integrates', () => {
  it('has an example that writes and saves a document', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'example-'));
    const system = await startSystem();
    try {
      const file = join(folder, 'thesis.pdf');
      const { code, output } = await runExample(system, file);
      expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining('completed') });
      expect(readFileSync(file).subarray(0, 5).toString()).toBe('%PDF-');
    } finally {
      await system.stop();
      rmSync(folder, { recursive: true });
    }
  });

  it('names only operations that there are', () => {
    const guide = readFileSync(join(DOCS, 'integration.md'), 'utf8');
    const document = resolve(__dirname, '../backend/openapi.json');
    const { paths } = JSON.parse(readFileSync(document, 'utf8')) as Operations;
    const shape = (path: string) => path.replace(/\{\w+\}/g, '{}');
    const known = new Set(
      Object.entries(paths).flatMap(([path, methods]) =>
        Object.keys(methods).map((method) => `${method.toUpperCase()} ${shape(path)}`),
      ),
    );
    const named = [...guide.matchAll(/`(GET|POST|PUT|PATCH|DELETE) (\/[^`?]*)`/g)].map(
      ([, method = '', path = '']) => `${method} /api/v1${shape(path)}`,
    );
    expect(named.length).toBeGreaterThan(8);
    expect(named.filter((one) => !known.has(one))).toEqual([]);
  });
});
