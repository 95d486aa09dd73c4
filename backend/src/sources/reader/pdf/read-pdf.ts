import { indexPassages } from '../../passages/indexed-passage';
import { splitPassages } from '../../passages/split-passages';
import { type Reading, type ReadRequest, UnreadableFile } from '../reading';
import { openPdf } from './open-pdf';
import { toParagraphs } from './paragraphs';
import { pdfDetails } from './pdf-details';
import { isQuotable } from './quotable';
import { withoutReferenceList } from './reference-list';
import { withoutRunningLines } from './running-lines';

/** Fewer letters than this in the whole file are a stamp on a scan rather than its text. */
const MIN_LETTERS = 100;
const MAX_OPENING = 4000;

const SCANNED =
  'The PDF looks scanned: it has no text layer, only pictures of pages. Run it through text ' +
  'recognition (OCR) and add the result.';
const NO_SENTENCES =
  'No whole sentences could be read from the PDF. It may hold only slides, tables or formulas, or ' +
  'a font that hides its letters.';

function countLetters(texts: readonly string[]): number {
  return texts.reduce((count, text) => count + (text.match(/\p{L}/gu)?.length ?? 0), 0);
}

/**
 * A PDF as one source with its full text in passages, each on the page it stands on.
 * @throws UnreadableFile
 */
export async function readPdf(request: ReadRequest): Promise<Reading> {
  const content = await openPdf(request.path);
  if (countLetters(content.pages.flat().map(({ text }) => text)) < MIN_LETTERS) {
    throw new UnreadableFile(SCANNED);
  }
  const first = content.pages.slice(0, 2).flat();
  const opening = first
    .map(({ text }) => text)
    .join(' ')
    .slice(0, MAX_OPENING);
  const pages = withoutReferenceList(toParagraphs(withoutRunningLines(content.pages)));
  const { language } = request;
  const passages = pages.flatMap((paragraphs, index) =>
    splitPassages({
      text: paragraphs.join('\n'),
      kind: 'fulltext',
      page: index + 1,
      language,
      accept: isQuotable,
    }),
  );
  if (passages.length === 0) throw new UnreadableFile(NO_SENTENCES);
  const csl = pdfDetails(content, opening, request);
  const indexed = indexPassages(passages, csl, language);
  const draft = { csl, line: null, pageCount: content.pages.length, passages: indexed };
  const stated = request.stated.title !== undefined;
  return { drafts: [stated ? draft : { ...draft, opening }], refused: [] };
}
