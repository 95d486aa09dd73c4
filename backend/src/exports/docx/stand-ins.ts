import { textWidth } from '../font-widths';
import { type Faces, fontFaces } from '../fonts';
import type { Layout } from '../layout';
import type { Block, DocumentModel, Inline, InlineText } from '../model/document-model';

/** Word sets the number of a note in two thirds of the size of its text. */
const NOTE_SHARE = 2 / 3;

/** What no line ends within: a word, up to its hyphen, or spaces. */
const PIECES = /[^\S\u00A0\u202F]+|[^\s\-–—]*[-–—]+|(?:[^\s\-–—]|[\u00A0\u202F])+/g;

/**
 * Word squeezes the spaces of a justified line for one more word by less than a quarter, and by less
 * than half of what it would stretch them by without that word.
 */
const MOST_SQUEEZE = 1 / 4;
const SQUEEZE_FOR_STRETCH = 1 / 2;

/** In points. */
const TOLERANCE = 0.01;

interface Line {
  /** Its spaces included. */
  width: number;
  spaces: number;
  notes: Inline[];
}

const emptyLine = (width = 0): Line => ({ width, spaces: 0, notes: [] });

function faceOf({ bold, italic }: Inline): keyof Faces {
  if (bold) return italic ? 'bolditalics' : 'bold';
  return italic ? 'italics' : 'normal';
}

/** Breaks a text where a line is full, as Word does. */
class LineBreaker {
  private readonly lines: Line[] = [];
  /** Of the word that may go on in the next run. */
  private word = emptyLine();
  private spaces = 0;
  fits = true;

  constructor(private readonly layout: Layout) {
    this.lines.push(emptyLine(layout.firstLineIndent));
  }

  add(inline: Inline): void {
    const { font, size } = this.layout;
    const face = fontFaces(font)[faceOf(inline)];
    if (inline.note !== undefined) {
      this.word.width += textWidth(inline.text, face, size * NOTE_SHARE);
      this.word.notes.push(inline);
      return;
    }
    for (const [piece] of inline.text.matchAll(PIECES)) {
      const width = textWidth(piece, face, size);
      if (/^[^\S\u00A0\u202F]/.test(piece)) {
        this.endWord();
        this.spaces += width;
        continue;
      }
      this.word.width += width;
      if (/[-–—]$/.test(piece)) this.endWord();
    }
  }

  end(): readonly Line[] {
    this.endWord();
    return this.lines;
  }

  private endWord(): void {
    const { width, notes } = this.word;
    if (width > this.layout.textWidth) this.fits = false;
    const line = this.lines.at(-1);
    if (line !== undefined && this.takes(line, width)) {
      line.width += this.spaces + width;
      line.spaces += this.spaces;
      line.notes.push(...notes);
    } else {
      this.lines.push({ width, spaces: 0, notes });
    }
    this.word = emptyLine();
    this.spaces = 0;
  }

  private takes(line: Line, word: number): boolean {
    const { textWidth: room, justified } = this.layout;
    const over = line.width + this.spaces + word - room;
    if (over <= TOLERANCE) return true;
    const spaces = line.spaces + this.spaces;
    if (!justified || spaces === 0 || over / spaces > MOST_SQUEEZE) return false;
    const stretch = (room - line.width) / line.spaces;
    return line.spaces === 0 || over / spaces <= stretch * SQUEEZE_FOR_STRETCH;
  }
}

/** Shorter paragraphs are laid out as fast as they are measured here. */
const WORTH_IT = 150;

const isPlain = ({ code, position, note, text }: Inline) =>
  note !== undefined || (!code && position === undefined && !text.includes('\n'));

function standIn(text: InlineText, layout: Layout): InlineText {
  const length = text.reduce((sum, run) => sum + run.text.length, 0);
  if (length < WORTH_IT || !text.every(isPlain)) return text;
  const breaker = new LineBreaker(layout);
  for (const inline of text) breaker.add(inline);
  const lines = breaker.end();
  if (!breaker.fits) return text;
  return lines.flatMap(({ notes }, index) => [{ text: index === 0 ? 'x' : '\nx' }, ...notes]);
}

function blockStandIn(block: Block, layout: Layout): Block {
  return block.kind === 'paragraph' ? { ...block, text: standIn(block.text, layout) } : block;
}

/**
 * The document with each long paragraph as so many short lines as it will have, its notes on theirs:
 * it fills the same pages, and docx, which measures word by word, lays it out in a tenth of the time.
 */
export function withStandIns(model: DocumentModel): DocumentModel {
  const sections = model.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => blockStandIn(block, model.layout)),
  }));
  return { ...model, sections };
}
