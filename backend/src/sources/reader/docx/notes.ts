import { type ArchivePart } from './archive/open-archive';
import { type Attributes, xmlParser } from './archive/parse-xml';
import { Allowance } from './archive/unpack';
import { unpackText } from './archive/xml-text';
import {
  noteKey,
  type NoteKind,
  type Paragraph,
  ParagraphCollector,
  type TextLimit,
} from './paragraph-collector';

/** The paragraphs of each note, by what refers to it. */
export type Notes = ReadonlyMap<string, readonly Paragraph[]>;

/** Lines that part notes from the text are notes as well, of these types (ECMA-376, 17.18.33). */
const isText = ({ 'w:type': type = 'normal' }: Attributes) => type === 'normal';

/**
 * The footnotes or endnotes of a Word file.
 * @throws UnreadableFile
 */
export function readNotes(part: ArchivePart, kind: NoteKind, limit: TextLimit): Notes {
  const notes = new Map<string, readonly Paragraph[]>();
  let collector: ParagraphCollector | undefined;
  const parser = xmlParser({
    open: (name, attributes) => {
      if (name !== `w:${kind}`) {
        collector?.start(name, attributes);
        return;
      }
      collector = isText(attributes) ? new ParagraphCollector(limit) : undefined;
      if (collector !== undefined) notes.set(noteKey(kind, attributes), collector.paragraphs);
    },
    text: (text) => {
      collector?.text(text);
    },
    close: (name) => {
      if (name === `w:${kind}`) collector = undefined;
      else collector?.end(name);
    },
  });
  unpackText(part, new Allowance(), parser.write);
  parser.end();
  return notes;
}

/** The paragraphs, each followed by its notes: those that nothing refers to are not of the text. */
export function withNotes(paragraphs: readonly Paragraph[], notes: Notes): Paragraph[] {
  const left = new Map(notes);
  return paragraphs.flatMap((paragraph) => {
    const own = paragraph.notes.flatMap((key) => {
      const note = left.get(key) ?? [];
      left.delete(key);
      return note;
    });
    return [paragraph, ...own].filter(({ text }) => text !== '');
  });
}
