import { contentsOf, type DocumentModel, frontAndRest } from '../model/document-model';
import { roman } from '../model/roman';
import { headingBookmark } from './headings';
import { twips } from './units';

/** docx sets the numbers where the text of a page with its own margins ends. */
const DOCX_EDGE = /(<w:tab w:val="right" w:pos=")9025(" w:leader="dot"\/>)/g;

const ENTRY =
  /(<w:hyperlink w:history="1" w:anchor="(_Toc\d+)">.*?<w:tab\/><w:t[^>]*>)(\d+)(?=<\/w:t>)/g;

/** The bookmarks of headings on pages that have roman numbers. */
function romanBookmarks(model: DocumentModel): ReadonlySet<string> {
  if (!model.layout.pageNumbers.roman) return new Set();
  const { front } = frontAndRest(model);
  const ids = new Set(
    [
      front.includes('bibliography') ? model.bibliography?.id : undefined,
      front.includes('declaration') ? model.declaration?.id : undefined,
      ...(front.includes('appendices') ? model.appendices.map(({ id }) => id) : []),
    ].filter((id) => id !== undefined),
  );
  return new Set(
    contentsOf(model).flatMap(({ id }, index) => (ids.has(id) ? [headingBookmark(index)] : [])),
  );
}

/**
 * The contents with its numbers at the edge of the text, and as the pages show them; docx knows
 * neither.
 */
export function withContentsEntries(xml: string, model: DocumentModel): string {
  const inRoman = romanBookmarks(model);
  return xml
    .replace(DOCX_EDGE, `$1${String(twips(model.layout.textWidth))}$2`)
    .replace(ENTRY, (entry, before: string, bookmark: string, page: string) =>
      inRoman.has(bookmark) ? before + roman(Number(page)) : entry,
    );
}
