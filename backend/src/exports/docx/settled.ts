import { zipFile } from '../zip-file';

const CORE_PROPERTIES = 'docProps/core.xml';
const DOCUMENT = 'word/document.xml';
/** The parts with hyperlinks, each with the file that says where they lead. */
const LINKING = [
  [DOCUMENT, 'word/_rels/document.xml.rels'],
  ['word/footnotes.xml', 'word/_rels/footnotes.xml.rels'],
] as const;

function withDate(xml: string, date: Date): string {
  return xml.replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    (_, tag: string) => `${tag}${date.toISOString()}`,
  );
}

/** New names for identifiers, in the order in which they first occur. */
function renamer(xml: string, pattern: RegExp, prefix: string): (id: string) => string {
  const names = new Map<string, string>();
  for (const [id] of xml.matchAll(pattern)) {
    if (!names.has(id)) names.set(id, `${prefix}${String(names.size + 1)}`);
  }
  return (id) => names.get(id) ?? id;
}

/** docx draws the identifiers of hyperlinks at random, and numbers bookmarks for its whole life. */
const HYPERLINK_ID = /(?<=\b(?:r:id|Id)=")rId(?!\d{1,5}")[^"]+/g;
const BOOKMARK_ID = /(?<=<w:bookmark(?:Start|End)\b[^>]* w:id=")\d+/g;

type Parts = ReadonlyMap<string, string | Uint8Array>;

/**
 * The package of these parts as it would be if it had been written at `date` and without chance: the
 * same content always gives the same bytes.
 * @param mend what is changed in the text, which docx has no setting for
 */
export function settled(
  written: Parts,
  date: Date,
  mend: (document: string) => string,
): Promise<Buffer> {
  const parts = new Map(written);
  const textOf = (name: string) => {
    const part = parts.get(name);
    return typeof part === 'string' ? part : '';
  };
  const change = (name: string, by: (xml: string) => string) => {
    if (parts.has(name)) parts.set(name, by(textOf(name)));
  };
  change(CORE_PROPERTIES, (xml) => withDate(xml, date));
  change(DOCUMENT, (xml) => mend(xml.replace(BOOKMARK_ID, renamer(xml, BOOKMARK_ID, ''))));
  for (const [part, relationships] of LINKING) {
    const link = renamer(textOf(part), HYPERLINK_ID, 'rIdLink');
    for (const name of [part, relationships])
      change(name, (xml) => xml.replace(HYPERLINK_ID, link));
  }
  return zipFile(parts, date);
}
