import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { englishInput } from '../../testing/export-input';
import { exportsOfAllKinds } from '../../testing/exports-of-all-kinds';
import { buildModel } from '../model/build-model';
import { renderDocx } from './render-docx';

jest.setTimeout(300_000);

const VALIDATOR = join(__dirname, '../../testing/validate-docx.mjs');

const BROKEN = 'a broken file';

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
    const files = await exportsOfAllKinds();
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
