import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';

const CORE_PROPERTIES = 'docProps/core.xml';
const DOCUMENT = 'word/document.xml';
const RELATIONSHIPS = 'word/_rels/document.xml.rels';

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

/**
 * The package as it would be if it had been written at `date` and without chance: the same content
 * always gives the same bytes.
 */
export function settled(docx: Buffer, date: Date): Buffer {
  const files = unzipSync(docx);
  const text = (name: string) => strFromU8(files[name] ?? new Uint8Array());
  const document = text(DOCUMENT);
  const link = renamer(document, HYPERLINK_ID, 'rIdLink');
  const bookmark = renamer(document, BOOKMARK_ID, '');
  const changed = {
    [CORE_PROPERTIES]: withDate(text(CORE_PROPERTIES), date),
    [DOCUMENT]: document.replace(HYPERLINK_ID, link).replace(BOOKMARK_ID, bookmark),
    [RELATIONSHIPS]: text(RELATIONSHIPS).replace(HYPERLINK_ID, link),
  };
  for (const [name, xml] of Object.entries(changed)) files[name] = strToU8(xml);
  return Buffer.from(zipSync(files, { mtime: date }));
}
