import type { Page } from 'playwright-core';
import { RECALL, THESIS } from '../../backend/src/testing/providers/work-fixtures';

/** Files as a browser is given them to upload. */
export interface UploadFile {
  name: string;
  mimeType: string;
  buffer: Buffer;
}

export const references = (name: string, text: string): UploadFile => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(text),
});

/** A real work with slips of the pen, one that nobody wrote, one that is there, one cut off. */
export const LIBRARY = references(
  'library.bib',
  `@article{slip, title={${THESIS.title}}, author={Tester, Ada}, year={2017},
  journal={Annals of Something Else}, doi={${THESIS.doi}}}
@book{invented, title={What no traveller ever wrote down}, author={Nemo, Nobody}, year={1999},
  publisher={Nowhere Press}}
@article{again, title={${RECALL.title}}, author={Testova, Ada}, year={2019}, doi={${RECALL.doi}}}
@article{open2001, title={Never closed`,
);

export const PROGRAM: UploadFile = {
  name: 'essay.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('MZ\x90\x00program'),
};

/** So many works, each with a title of its own. */
export function manyReferences(count: number): UploadFile {
  const entry = (n: number) =>
    `@article{k${String(n)}, title={Thousand ${String(n)}}, author={Author, Ada}, year={2001}}`;
  return references('many.bib', Array.from({ length: count }, (_, n) => entry(n)).join('\n'));
}

/**
 * Drags files over a place of the page, as from the desktop.
 * @returns what lets them go there
 */
export async function dropOn(
  page: Page,
  selector: string,
  files: readonly UploadFile[],
): Promise<() => Promise<void>> {
  const contents = files.map(({ name, mimeType, buffer }) => ({
    ...{ name, mimeType },
    base64: buffer.toString('base64'),
  }));
  const dataTransfer = await page.evaluateHandle((dragged) => {
    const transfer = new DataTransfer();
    for (const { name, mimeType, base64 } of dragged) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      transfer.items.add(new File([bytes], name, { type: mimeType }));
    }
    return transfer;
  }, contents);
  const place = page.locator(selector).first();
  await place.dispatchEvent('dragenter', { dataTransfer });
  return () => place.dispatchEvent('drop', { dataTransfer });
}
