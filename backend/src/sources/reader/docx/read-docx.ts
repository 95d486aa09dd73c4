import { fullTextDraft, hasText, openingOf, quotablePassages } from '../full-text/full-text-draft';
import { earnTime } from '../../../sandbox/limit-resources';
import { type Reading, type ReadRequest, UnreadableFile } from '../reading';
import { docxDetails } from './docx-details';
import { openDocx } from './open-docx';

/** Characters of about a page; a stretch ends with the paragraph that reaches them. */
const STRETCH = 3000;
/** Several times what indexing a stretch takes. */
const TIME_OF_STRETCH_MS = 30;

export const NO_TEXT =
  'There is no text in the Word file. If it holds pictures of pages, add a PDF of them that went through text recognition (OCR).';
const NO_SENTENCES =
  'No whole sentences could be read from the Word file. It may hold only headings, tables or lists.';

/** Consecutive paragraphs, some thousand characters at a time, as the pages of a PDF are. */
function stretchesOf(paragraphs: readonly string[]): string[][] {
  const stretches: string[][] = [];
  let room = 0;
  for (const paragraph of paragraphs) {
    if (room <= 0) {
      stretches.push([]);
      room = STRETCH;
      earnTime(TIME_OF_STRETCH_MS);
    }
    stretches.at(-1)?.push(paragraph);
    room -= paragraph.length;
  }
  return stretches;
}

/**
 * A Word file as one source with its text in passages. They name no page: where one ends is up to
 * the program and the printer that lay it out.
 * @throws UnreadableFile, UnsupportedFile
 */
export async function readDocx(request: ReadRequest): Promise<Reading> {
  const content = await openDocx(request.path);
  const texts = content.paragraphs.map(({ text }) => text);
  if (!hasText(texts)) throw new UnreadableFile('NO_TEXT', NO_TEXT);
  const opening = openingOf(texts);
  const passages = quotablePassages(stretchesOf(texts), request, () => null);
  if (passages.length === 0) throw new UnreadableFile('NO_SENTENCES', NO_SENTENCES);
  const csl = docxDetails(content, opening, request);
  return {
    drafts: [fullTextDraft({ csl, pageCount: null, passages, opening }, request)],
    refused: [],
  };
}
