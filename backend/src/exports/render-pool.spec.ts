import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compiledRenderWorker } from '../testing/compiled-worker';
import { englishInput } from '../testing/export-input';
import { RenderPool } from './render-pool';

jest.setTimeout(120_000);

const [introduction] = englishInput().sections;
const short = englishInput({ sections: introduction ? [introduction] : [] });

describe('RenderPool', () => {
  let pool: RenderPool;
  const code = (value: string) => expect.objectContaining({ code: value }) as unknown;

  afterEach(() => pool.onApplicationShutdown());

  it('makes both files in the built worker, while the event loop goes on', async () => {
    pool = new RenderPool(compiledRenderWorker());
    let longest = 0;
    let last = performance.now();
    const timer = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const [docx, pdf] = await Promise.all([pool.render(short, 'docx'), pool.render(short, 'pdf')]);
    clearInterval(timer);
    expect(docx.subarray(0, 2).toString()).toBe('PK');
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect(longest).toBeLessThan(1000);
  });

  it('gives the problem that a worker found', async () => {
    pool = new RenderPool(compiledRenderWorker());
    await expect(pool.render({ ...short, sources: [] }, 'pdf')).rejects.toEqual(
      code('INVALID_CITATION'),
    );
  });

  describe('with a worker that', () => {
    let directory: string;

    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), 'tesigo-worker-'));
    });

    afterAll(() => rm(directory, { recursive: true }));

    const poolOf = async (body: string) => {
      const file = join(directory, `${String(Date.now())}.cjs`);
      await writeFile(file, `module.exports = ({ format }) => {\n${body}\n};`);
      return new RenderPool(file, { deadline: 3000, memory: 48 });
    };

    it.each([
      ['never ends', 'for (;;);'],
      ['takes all memory', 'const kept = []; for (;;) kept.push(new Array(1e5).fill({}));'],
      ['ends its thread', 'process.exit(3);'],
      ['throws', 'throw new Error("broken /path/to/somewhere");'],
    ])('%s, fails alone and in plain words', async (_, body) => {
      const healthy = 'return { file: Buffer.from(format) };';
      pool = await poolOf(`if (format === 'docx') { ${body} }\n${healthy}`);
      const failure = pool.render(short, 'docx');
      await expect(failure).rejects.toEqual(code('EXPORT_FAILED'));
      await expect(failure).rejects.not.toThrow(/path/);
      expect((await pool.render(short, 'pdf')).toString()).toBe('pdf');
    });

    it('is busy, asks to come back when too many wait', async () => {
      pool = await poolOf('return new Promise(() => {});');
      const results = await Promise.allSettled(
        Array.from({ length: 40 }, () => pool.render(short, 'pdf')),
      );
      const codes = results.map((result) =>
        result.status === 'rejected' ? (result.reason as { code: string }).code : 'made',
      );
      expect(codes).toContain('UNAVAILABLE');
    });
  });
});
