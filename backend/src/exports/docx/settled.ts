import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate';
import type { Images } from './images';

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

/** Images are compressed already. */
function withImages(files: Readonly<Record<string, Uint8Array>>, images: Images): Zippable {
  return Object.fromEntries(
    Object.entries(files).map(([path, written]) => {
      const file = images.fileAt(path, written);
      return [path, file === written ? file : [file, { level: 0 }]];
    }),
  );
}

interface Settling {
  date: Date;
  images: Images;
  /** What is changed in the text, which docx has no setting for. */
  mend: (document: string) => string;
}

/**
 * The package with its images, as it would be if it had been written at `date` and without chance:
 * the same content always gives the same bytes.
 */
export function settled(docx: Buffer, { date, images, mend }: Settling): Buffer {
  const files = unzipSync(docx);
  const change = (name: string, by: (xml: string) => string) => {
    const file = files[name];
    if (file !== undefined) files[name] = strToU8(by(strFromU8(file)));
  };
  change(CORE_PROPERTIES, (xml) => withDate(xml, date));
  change(DOCUMENT, (xml) => mend(xml.replace(BOOKMARK_ID, renamer(xml, BOOKMARK_ID, ''))));
  for (const [part, relationships] of LINKING) {
    const link = renamer(strFromU8(files[part] ?? new Uint8Array()), HYPERLINK_ID, 'rIdLink');
    for (const name of [part, relationships])
      change(name, (xml) => xml.replace(HYPERLINK_ID, link));
  }
  return Buffer.from(zipSync(withImages(files, images), { mtime: date }));
}
