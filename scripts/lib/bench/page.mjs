// @ts-check
import { readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { format } from 'prettier';
import { repositoryRoot } from '../paths.mjs';

const file = join(repositoryRoot, 'docs', 'benchmarks.md');

/**
 * Puts a benchmark's section into docs/benchmarks.md in place of its last one.
 *
 * @param {string} heading
 * @param {{ introduction: string, figures: string }} section
 */
export async function writeSection(heading, { introduction, figures }) {
  const [top = '', ...sections] = (await readFile(file, 'utf8')).split(/^## /m);
  const day = new Date().toISOString().slice(0, 10);
  const text = `${heading}\n\n${introduction}\n\n${day}, ${cpus().length} cores.\n\n${figures}\n\n`;
  const at = sections.findIndex((section) => section.startsWith(`${heading}\n`));
  if (at === -1) sections.push(text);
  else sections[at] = text;
  const page = [top, ...sections].join('## ');
  await writeFile(file, await format(page, { parser: 'markdown' }));
}
