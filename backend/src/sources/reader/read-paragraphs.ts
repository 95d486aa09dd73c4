import { NO_TEXT } from './docx/read-docx';
import { openDocx } from './docx/open-docx';
import { hasText } from './full-text/full-text-draft';
import { openPdf } from './pdf/open-pdf';
import { toParagraphs } from './pdf/paragraphs';
import { SCANNED } from './pdf/read-pdf';
import { withoutRunningLines } from './pdf/running-lines';
import { readText } from './read-text';
import { type Reading, type TextParagraph, type TextRequest, UnreadableFile } from './reading';
import { unwrapped } from './unwrapped';

/** What six hundred pages hold, with room to spare: the rest is not looked at. */
const MAX_CHARACTERS = 3_000_000;

/** Two words are a text, if a poor one. */
const NO_WORDS = 'There is no text in the file.';

async function pdfParagraphs(path: string): Promise<TextParagraph[]> {
  const { pages } = await openPdf(path);
  if (!hasText(pages.flat().map(({ text }) => text))) throw new UnreadableFile('NO_TEXT', SCANNED);
  return toParagraphs(withoutRunningLines(pages)).flatMap((paragraphs, index) =>
    paragraphs.map((text) => ({ text, page: index + 1 })),
  );
}

async function docxParagraphs(path: string): Promise<TextParagraph[]> {
  const { paragraphs } = await openDocx(path);
  if (paragraphs.length === 0) throw new UnreadableFile('NO_TEXT', NO_TEXT);
  return paragraphs.map(({ text }) => ({ text, page: null }));
}

async function plainParagraphs(path: string): Promise<TextParagraph[]> {
  const text = (await readText(path)).replace(/^\ufeff/, '');
  return unwrapped(text.split(/\r\n?|\n/))
    .map((line) => ({ text: line.replace(/\s+/g, ' ').trim(), page: null }))
    .filter((line) => line.text !== '');
}

const READERS = { pdf: pdfParagraphs, docx: docxParagraphs, txt: plainParagraphs } as const;

function bounded(paragraphs: readonly TextParagraph[]): TextParagraph[] {
  let left = MAX_CHARACTERS;
  return paragraphs.filter(({ text }) => (left -= text.length) >= 0);
}

/**
 * The paragraphs of a text that is no source.
 * @throws UnreadableFile, UnsupportedFile
 */
export async function readParagraphs({ format, path }: TextRequest): Promise<Reading> {
  const paragraphs = bounded(await READERS[format](path));
  if (!paragraphs.some(({ text }) => /\p{L}/u.test(text)))
    throw new UnreadableFile('NO_TEXT', NO_WORDS);
  return { drafts: [], refused: [], paragraphs };
}
