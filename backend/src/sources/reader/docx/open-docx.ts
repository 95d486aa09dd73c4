import { readFile } from 'node:fs/promises';
import { UnreadableFile } from '../reading';
import { inspect } from './archive/inspect';
import { type ArchivePart, openArchive } from './archive/open-archive';
import { elementsIn, xmlParser } from './archive/parse-xml';
import { DAMAGED } from './archive/refusals';
import { Allowance } from './archive/unpack';
import { unpackText } from './archive/xml-text';
import { type CoreProperties, coreProperties } from './core-properties';
import { readNotes, withNotes } from './notes';
import {
  type NoteKind,
  type Paragraph,
  ParagraphCollector,
  TextLimit,
} from './paragraph-collector';

/** The parts that are read: what the types call each, and what it is usually named. */
const MAIN = { type: 'wordprocessingml.document.main+xml', usual: 'word/document.xml' };
const NOTES = {
  footnote: { type: 'wordprocessingml.footnotes+xml', usual: 'word/footnotes.xml' },
  endnote: { type: 'wordprocessingml.endnotes+xml', usual: 'word/endnotes.xml' },
} as const;

export interface DocxContent {
  paragraphs: readonly Paragraph[];
  properties: CoreProperties;
}

function textOf(part: ArchivePart | undefined): string {
  let xml = '';
  if (part !== undefined) unpackText(part, new Allowance(), (text) => (xml += text));
  return xml;
}

type Parts = ReadonlyMap<string, ArchivePart>;

/** Word names the text document.xml, other programs as they like; always the types say which. */
function partOf(
  parts: Parts,
  types: string,
  { type, usual }: typeof MAIN | (typeof NOTES)[NoteKind],
) {
  const named = elementsIn(types, 'Override').find(({ ContentType = '' }) =>
    ContentType.endsWith(type),
  );
  const name = named?.['PartName']?.replace(/^\//, '') ?? usual;
  // another ending has not been looked at as XML
  return name.endsWith('.xml') ? parts.get(name) : undefined;
}

function paragraphsOf(part: ArchivePart, limit: TextLimit): readonly Paragraph[] {
  const collector = new ParagraphCollector(limit);
  const parser = xmlParser({
    open: (name, attributes) => {
      collector.start(name, attributes);
    },
    text: (text) => {
      collector.text(text);
    },
    close: (name) => {
      collector.end(name);
    },
  });
  unpackText(part, new Allowance(), parser.write);
  parser.end();
  return collector.paragraphs;
}

/** The text, each paragraph followed by the notes to it. @throws UnreadableFile */
function textWithNotes(parts: Parts): Paragraph[] {
  const types = textOf(parts.get('[Content_Types].xml'));
  const main = partOf(parts, types, MAIN);
  if (main === undefined) throw new UnreadableFile('DAMAGED', DAMAGED);
  const limit = new TextLimit();
  const paragraphs = paragraphsOf(main, limit);
  const notes = (['footnote', 'endnote'] as const).flatMap((kind) => {
    const part = partOf(parts, types, NOTES[kind]);
    return part === undefined ? [] : [...readNotes(part, kind, limit)];
  });
  return withNotes(paragraphs, new Map(notes));
}

/**
 * The text of a Word file, read as a stream: libraries for it build a tree of the whole document,
 * which takes 200 MB for 300 pages that were written in one go, and 1 GB for such that were not,
 * since Word cuts edited text into many more elements.
 * @throws UnreadableFile, UnsupportedFile
 */
export async function openDocx(path: string): Promise<DocxContent> {
  const parts = openArchive(await readFile(path));
  inspect(parts);
  const properties = coreProperties(textOf(parts.get('docProps/core.xml')));
  return { paragraphs: textWithNotes(parts), properties };
}
