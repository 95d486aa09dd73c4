import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { exportsOfAllKinds } from '../../testing/exports-of-all-kinds';
import { hasVeraPdf, type PdfAReport, pdfAReports } from '../../testing/verapdf';
import { buildModel } from '../model/build-model';
import { renderPdf } from './render-pdf';

jest.setTimeout(300_000);

const BROKEN = 'a broken file';

/** As a renderer gone wrong would make it, to see that the validator sees it. */
const withoutColours = (pdf: Buffer) =>
  Buffer.from(pdf.toString('latin1').replace('/OutputIntents', '/OutputNothing'), 'latin1');

async function reports(): Promise<Record<string, PdfAReport>> {
  const folder = await mkdtemp(join(tmpdir(), 'pdf-a-'));
  const names: string[] = [];
  const pathOf = (index: number) => join(folder, `${String(index)}.pdf`);
  try {
    for (const [name, input] of await exportsOfAllKinds()) {
      await writeFile(pathOf(names.length), await renderPdf(buildModel(input)));
      names.push(name);
    }
    await writeFile(pathOf(names.length), withoutColours(await readFile(pathOf(0))));
    names.push(BROKEN);
    const all = await pdfAReports(names.map((_, index) => pathOf(index)));
    return Object.fromEntries(all.map((report, index) => [names[index] ?? '', report]));
  } finally {
    await rm(folder, { recursive: true });
  }
}

(hasVeraPdf ? it : it.skip)('veraPDF takes every PDF of ours for PDF/A-2b', async () => {
  const { [BROKEN]: broken, ...ours } = await reports();
  expect(Object.keys(ours).length).toBeGreaterThan(10);
  expect(Object.values(ours).filter(({ checks }) => checks < 10_000)).toEqual([]);
  expect(Object.entries(ours).filter(([, { complaints }]) => complaints.length > 0)).toEqual([]);
  expect(broken?.complaints).toContainEqual(expect.stringMatching(/^6\.2\.4\.3: DeviceRGB/));
});
