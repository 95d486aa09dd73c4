import { type CslItem, referenceFile } from '../../sources';
import type { ExportInput } from '../model/export-input';
import { zipFile } from '../zip-file';
import { figureFile } from './figure-file';
import { REFERENCES_FILE } from './metadata';
import { thesisText } from './thesis-text';

/** ZIP dates begin in 1980; the same content always gives the same bytes. */
const DATE = new Date(1980, 0, 1);

/**
 * A ZIP of the document as Pandoc's Markdown, of all its sources as BibTeX, and of its figures: what any other
 * program can go on with.
 * @throws ProblemException INVALID_CITATION
 */
export async function renderMarkdown(input: ExportInput): Promise<Buffer> {
  const items = input.sources.map(({ key, csl }): CslItem => ({ ...(csl as CslItem), id: key }));
  const references = await referenceFile(items, 'bibtex');
  const figures = input.figures.flatMap((figure) =>
    figure.data === undefined ? [] : [[figureFile(figure), figure.data] as const],
  );
  const texts = [
    ['thesis.md', thesisText(input)],
    [REFERENCES_FILE, references.content],
  ] as const;
  return zipFile([...texts, ...figures], DATE);
}
