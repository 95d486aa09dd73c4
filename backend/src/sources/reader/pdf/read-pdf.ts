import { fullTextDraft, hasText, openingOf, quotablePassages } from '../full-text/full-text-draft';
import { type Reading, type ReadRequest, UnreadableFile } from '../reading';
import { openPdf } from './open-pdf';
import { toParagraphs } from './paragraphs';
import { pdfDetails } from './pdf-details';
import { withoutRunningLines } from './running-lines';

export const SCANNED =
  'The PDF looks scanned: it has no text layer, only pictures of pages. Run it through text ' +
  'recognition (OCR) and add the result.';
const NO_SENTENCES =
  'No whole sentences could be read from the PDF. It may hold only slides, tables or formulas, or ' +
  'a font that hides its letters.';

/**
 * A PDF as one source with its full text in passages, each on the page it stands on.
 * @throws UnreadableFile
 */
export async function readPdf(request: ReadRequest): Promise<Reading> {
  const content = await openPdf(request.path);
  const lines = (pages: typeof content.pages) => pages.flat().map(({ text }) => text);
  if (!hasText(lines(content.pages))) throw new UnreadableFile('NO_TEXT', SCANNED);
  const opening = openingOf(lines(content.pages.slice(0, 2)));
  const pages = toParagraphs(withoutRunningLines(content.pages));
  const passages = quotablePassages(pages, request, (index) => index + 1);
  if (passages.length === 0) throw new UnreadableFile('NO_SENTENCES', NO_SENTENCES);
  const csl = pdfDetails(content, opening, request);
  const text = { csl, pageCount: content.pages.length, passages, opening };
  return { drafts: [fullTextDraft(text, request)], refused: [] };
}
