import { cleanItem } from '../../csl/clean-item';
import type { CslItem } from '../../csl/csl-item';
import type { StatedDetails } from '../../dto/addition';
import { parseAuthors } from '../full-text/author-names';
import { confirmedAuthors, confirmedTitle, MIN_TITLE } from '../full-text/confirmed-details';
import { titleFromFileName } from '../full-text/file-name-title';
import type { Line } from './line';
import type { PdfContent } from './open-pdf';

const MAX_TITLE = 300;
const LARGER = 1.15;

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The size in which most characters of the page are set. */
function bodySize(lines: readonly Line[]): number {
  const sizes = new Map<number, number>();
  for (const { size, text } of lines) sizes.set(size, (sizes.get(size) ?? 0) + text.length);
  const [most] = [...sizes].sort(([, a], [, b]) => b - a);
  return most?.[0] ?? 0;
}

/** The largest lines of the first page, if they stand together and clearly above its text. */
function titleFromPage(lines: readonly Line[]): string | undefined {
  const large = Math.max(
    0,
    ...lines.filter(({ text }) => /\p{L}{3}/u.test(text)).map(({ size }) => size),
  );
  const start = lines.findIndex(({ size }) => size === large);
  if (large < bodySize(lines) * LARGER) return undefined;
  const length = lines.slice(start).findIndex(({ size }) => size !== large);
  const title = lines.slice(start, length === -1 ? undefined : start + length);
  const text = title.map((line) => line.text).join(' ');
  return text.length >= MIN_TITLE && text.length <= MAX_TITLE ? text : undefined;
}

function published({ properties }: PdfContent): { raw: string } | undefined {
  const date = textOf(properties['prism:coverdate'] ?? properties['prism:publicationdate']);
  return /^\d{4}/.test(date) ? { raw: date } : undefined;
}

/**
 * What is known of the work in a PDF: first what its owner states, then what the file says and its
 * pages confirm; the title last from the file's name. Nothing is guessed: a date of the file is no
 * year of publication, and an unknown author stays unknown.
 */
export function pdfDetails(
  content: PdfContent,
  opening: string,
  { fileName, stated }: { fileName: string; stated: StatedDetails },
): CslItem {
  const title =
    stated.title ??
    confirmedTitle(textOf(content.info['Title']), opening) ??
    titleFromPage(content.pages[0] ?? []) ??
    (titleFromFileName(fileName) || 'PDF');
  const author = stated.authors
    ? parseAuthors(stated.authors)
    : confirmedAuthors(textOf(content.info['Author']), opening);
  return cleanItem({
    type: 'document',
    title,
    author,
    issued: stated.year ? { 'date-parts': [[stated.year]] } : published(content),
    DOI: textOf(content.properties['prism:doi'] ?? content.properties['pdfx:doi']),
  });
}
