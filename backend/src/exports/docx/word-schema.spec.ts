import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import sharp from 'sharp';
import { READY_MADE } from '../../requirements/ready-made/ready-made';
import { englishInput, ukrainianInput } from '../../testing/export-input';
import { longThesis } from '../../testing/long-thesis';
import { buildModel } from '../model/build-model';
import type { ExportInput, SectionInput } from '../model/export-input';
import { renderDocx } from './render-docx';

jest.setTimeout(300_000);

const VALIDATOR = join(__dirname, '../../testing/validate-docx.mjs');

const BROKEN = 'a broken file';

const section = (id: string, title: string, content: string): SectionInput => ({
  ...{ id, number: id, title, level: 1, writer: null, content },
});

const EVERYTHING = `See @fig:wide, @tbl:groups, @eq:forget and @sec:last [@roediger2006, p. 250].

Table: Groups and *what* they kept [@roediger2006] {#tbl:groups}

| Group | Week 1 | Week 4 |
| :-- | --: | :-: |
| Read again $x^2$ | 81 % | **36 %** |
| Tested[^n] | [deux]{lang=fr} | שלום |

What is kept falls as

$$R = \\frac{e^{-t/S}}{\\sqrt[3]{\\sum_{i=1}^n x_i}}$$ {#eq:forget}

with $t$ the time, $\\begin{matrix}a&b\\\\c&d\\end{matrix}$ a matrix, and $\\nothing{ broken.

![A *wide* one](figure:wide){#fig:wide}

![](figure:gone)

> A quotation that stands by itself [@roediger2006, p. 251].

1. First
   - deeper
     - deepest
2. Second

### A heading

\`code\` and <b>what looks like HTML</b> & an ampersand, a [link](https://example.org/?a=1&b=2), H~2~O, x^2^.`;

const HOSTILE = `${'word'.repeat(2500)} 😀👩‍👩‍👧 \u0007\u000b\uffff ${'|'.repeat(50)} שלום עולם. ${'[@roediger2006] '.repeat(30)}

| ${'a | '.repeat(30)}
|${' - |'.repeat(30)}
| ${'long text in a cell | '.repeat(30)}`;

async function inputs(): Promise<[string, ExportInput][]> {
  const area = { create: { width: 900, height: 300, channels: 3, background: '#8ac' } } as const;
  const figure = {
    ...{ key: 'wide', width: 900, height: 300, caption: '', altText: 'An "area" & more' },
    ...{ mediaType: 'image/png' as const, sha256: 'wide', storageKey: 'wide' },
    data: new Uint8Array(await sharp(area).png().toBuffer()),
  };
  const sections = [section('1', 'One & <two>', EVERYTHING), section('2', 'Last {#sec:last}', 'x')];
  const everything = { sections, figures: [figure] };
  return [
    ['an English text', englishInput()],
    ['a Ukrainian text', ukrainianInput()],
    ['notes, tables and 16 pages', longThesis(0.08)],
    ['everything at once', englishInput(everything)],
    ['everything, with notes', englishInput({ ...everything, citationStyle: 'chicago_notes' })],
    ['hostile texts', englishInput({ sections: [section('1', 'H', HOSTILE)] })],
    ...READY_MADE.map(({ id, formatting }): [string, ExportInput] => [
      id,
      englishInput({ ...everything, formatting }),
    ]),
  ];
}

/** As a renderer gone wrong would make it, to see that the validator sees it. */
function withUnknownElement(docx: Buffer): Uint8Array {
  const parts = unzipSync(docx);
  const body = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const wrong = body.replace('<w:body>', '<w:body><w:nothing/>');
  return zipSync({ ...parts, 'word/document.xml': strToU8(wrong) });
}

/** What the validator complains about, by the name of the file. */
async function complaints(): Promise<Record<string, string[]>> {
  const folder = await mkdtemp(join(tmpdir(), 'word-'));
  try {
    const files = await inputs();
    const paths: string[] = [];
    for (const [index, [, input]] of files.entries()) {
      const path = join(folder, `${String(index)}.docx`);
      await writeFile(path, await renderDocx(buildModel(input)));
      paths.push(path);
    }
    const broken = join(folder, 'broken.docx');
    await writeFile(broken, withUnknownElement(await readFile(paths[0] ?? '')));
    paths.push(broken);
    files.push([BROKEN, englishInput()]);
    const options = { maxBuffer: 64 * 1024 * 1024 };
    const run = promisify(execFile)(process.execPath, [VALIDATOR, ...paths], options);
    const reports = JSON.parse((await run).stdout) as string[][];
    return Object.fromEntries(files.map(([name], index) => [name, reports[index] ?? ['unread']]));
  } finally {
    await rm(folder, { recursive: true });
  }
}

it('Word’s own validator has nothing to complain about in any of our files', async () => {
  const found = Object.entries(await complaints());
  expect(found.length).toBeGreaterThan(10);
  expect(found.filter(([, all]) => all.length > 0)).toEqual([
    [BROKEN, [expect.stringContaining('nothing')]],
  ]);
});
