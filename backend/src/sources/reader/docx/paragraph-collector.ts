import { UnreadableFile } from '../reading';
import type { Attributes } from './archive/parse-xml';

/** What a thousand pages hold. */
const MAX_CHARACTERS = 4_000_000;

const TOO_LONG =
  'The Word file holds more than a thousand pages of text. Add the chapters you need as files of ' +
  'their own.';

/** How much text may still be taken from one file. */
export class TextLimit {
  private left = MAX_CHARACTERS;

  /** @throws UnreadableFile */
  take(characters: number): void {
    this.left -= characters;
    if (this.left < 0) throw new UnreadableFile('TOO_LONG', TOO_LONG);
  }
}

export interface Paragraph {
  text: string;
  /** The identifier of its style; empty for the usual one. */
  style: string;
  /** The footnotes and endnotes that it refers to; see {@link noteKey}. */
  notes: string[];
}

export type NoteKind = 'footnote' | 'endnote';

/** Footnotes and endnotes are numbered apart from each other. */
export const noteKey = (kind: NoteKind, { 'w:id': id = '' }: Attributes) => `${kind} ${id}`;

/** Second copies of what stands elsewhere, and what was moved away or deleted in a revision. */
const LEFT_OUT = new Set(['mc:Fallback', 'w:moveFrom', 'w:del']);

const NOTE_REFERENCES: Readonly<Record<string, NoteKind>> = {
  'w:footnoteReference': 'footnote',
  'w:endnoteReference': 'endnote',
};

const WRITTEN: Readonly<Record<string, string>> = {
  'w:tab': ' ',
  'w:ptab': ' ',
  'w:br': ' ',
  'w:cr': ' ',
  'w:noBreakHyphen': '-',
};

const isOn = ({ 'w:val': value = 'true' }: Attributes) => !/^(?:0|false|off|none)$/i.test(value);

/**
 * Collects the paragraphs of a document in the order of their ends. Deleted text has elements of
 * other names; hidden text is left out, since nobody who reads the work sees it.
 */
export class ParagraphCollector {
  readonly paragraphs: Paragraph[] = [];
  /** A text box has paragraphs within a paragraph. */
  private readonly open: Paragraph[] = [];
  private leftOut = 0;
  private inText = false;
  private inRun = false;
  private hidden = false;

  constructor(private readonly limit: TextLimit) {}

  start(name: string, attributes: Attributes): void {
    if (LEFT_OUT.has(name)) this.leftOut += 1;
    else if (name === 'w:p') this.open.push({ text: '', style: '', notes: [] });
    else if (name === 'w:r') this.startRun(true);
    else if (name === 'w:t') this.inText = true;
    else if (this.inRun) this.inside(name, attributes);
    else if (name === 'w:pStyle') this.style(attributes);
  }

  text(text: string): void {
    if (this.inText) this.write(text);
  }

  end(name: string): void {
    if (LEFT_OUT.has(name)) this.leftOut -= 1;
    else if (name === 'w:r') this.startRun(false);
    else if (name === 'w:t') this.inText = false;
    else if (name === 'w:p') this.endParagraph();
  }

  private startRun(inRun: boolean): void {
    this.inRun = inRun;
    this.hidden = false;
  }

  private inside(name: string, attributes: Attributes): void {
    const note = NOTE_REFERENCES[name];
    if (name === 'w:vanish') this.hidden = isOn(attributes);
    else if (note !== undefined) this.visible()?.notes.push(noteKey(note, attributes));
    else this.write(WRITTEN[name] ?? '');
  }

  private style({ 'w:val': style = '' }: Attributes): void {
    const paragraph = this.open.at(-1);
    if (paragraph !== undefined) paragraph.style = style;
  }

  /** The paragraph being read, where its readers see what comes now. */
  private visible(): Paragraph | undefined {
    return this.leftOut > 0 || this.hidden ? undefined : this.open.at(-1);
  }

  private write(text: string): void {
    const paragraph = this.visible();
    if (paragraph === undefined) return;
    this.limit.take(text.length);
    paragraph.text += text;
  }

  private endParagraph(): void {
    const { text = '', style = '', notes = [] } = this.open.pop() ?? {};
    const tidy = text.replace(/\s+/g, ' ').trim();
    if (tidy !== '' || notes.length > 0) this.paragraphs.push({ text: tidy, style, notes });
  }
}
