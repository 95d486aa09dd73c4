import { cleanItem } from '../../csl/clean-item';
import type { CslItem } from '../../csl/csl-item';
import type { StatedDetails } from '../../dto/addition';
import { parseAuthors } from '../full-text/author-names';
import { confirmedAuthors, confirmedTitle, MIN_TITLE } from '../full-text/confirmed-details';
import { titleFromFileName } from '../full-text/file-name-title';
import type { DocxContent } from './open-docx';

const TITLE_STYLE = 'Title';
const MAX_TITLE = 300;

/** The first paragraph in the style for titles. */
function titleFromText({ paragraphs }: DocxContent): string | undefined {
  const title = paragraphs.find(({ style }) => style === TITLE_STYLE)?.text ?? '';
  return title.length >= MIN_TITLE && title.length <= MAX_TITLE ? title : undefined;
}

/** The year in which the file was made, if its beginning names it; else a copy made it. */
function confirmedYear({ properties }: DocxContent, opening: string): number | undefined {
  const [, year] = /^(\d{4})-/.exec(properties.created.trim()) ?? [];
  const named = year !== undefined && new RegExp(String.raw`(?<!\d)${year}(?!\d)`).test(opening);
  return named ? Number(year) : undefined;
}

/**
 * What is known of the work in a Word file: first what its owner states, then what the file says
 * and its text confirms; the title last from the file's name.
 */
export function docxDetails(
  content: DocxContent,
  opening: string,
  { fileName, stated }: { fileName: string; stated: StatedDetails },
): CslItem {
  const { title, creator } = content.properties;
  const year = stated.year ?? confirmedYear(content, opening);
  return cleanItem({
    type: 'document',
    title:
      stated.title ??
      confirmedTitle(title.trim(), opening) ??
      titleFromText(content) ??
      (titleFromFileName(fileName) || 'DOCX'),
    author: stated.authors ? parseAuthors(stated.authors) : confirmedAuthors(creator, opening),
    issued: year === undefined ? undefined : { 'date-parts': [[year]] },
  });
}
