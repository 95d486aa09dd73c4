import { textWidth } from '../typography/font-widths';
import { type Faces, fontFaces } from '../typography/fonts';
import type { Inline } from '../model/document-model';

/** Word sets the number of a note in two thirds of the size of its text. */
export const NOTE_SHARE = 2 / 3;

/** What no line ends within: a word, up to its hyphen, or spaces. */
const PIECES = /[^\S\u00A0\u202F]+|[^\s\-–—]*[-–—]+|(?:[^\s\-–—]|[\u00A0\u202F])+/g;

/**
 * Word squeezes the spaces of a justified line for one more word by less than a quarter, and by a
 * little less than half of what it would stretch them by without that word.
 */
const MOST_SQUEEZE = 1 / 4;
const SQUEEZE_FOR_STRETCH = 1 / 2.015;

/** In points. */
const TOLERANCE = 0.01;

export interface Line {
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

/** What the lines of a paragraph are broken by; lengths in points. */
export interface Measure {
  font: string;
  size: number;
  width: number;
  /** What the first line begins with. */
  before: number;
  justified: boolean;
}

/** Breaks a text where a line is full, as Word does. */
export class LineBreaker {
  private readonly lines: Line[] = [];
  /** Of the word that may go on in the next run. */
  private word = emptyLine();
  private spaces = 0;
  fits = true;

  constructor(private readonly measure: Measure) {
    this.lines.push(emptyLine(measure.before));
  }

  add(inline: Inline): void {
    const { font, size } = this.measure;
    const face = fontFaces(font)[faceOf(inline)];
    if (inline.note !== undefined) {
      // a line may end between a word and the number of its note
      if (this.word.width > 0) this.endWord();
      this.word.width += textWidth(inline.text, face, size * NOTE_SHARE);
      this.word.notes.push(inline);
      return;
    }
    for (const piece of inline.text.match(PIECES) ?? []) {
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
    if (width > this.measure.width) this.fits = false;
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
    const { width: room, justified } = this.measure;
    const over = line.width + this.spaces + word - room;
    if (over <= TOLERANCE) return true;
    const spaces = line.spaces + this.spaces;
    if (!justified || spaces === 0 || over / spaces > MOST_SQUEEZE) return false;
    const stretch = (room - line.width) / line.spaces;
    return line.spaces === 0 || over / spaces <= stretch * SQUEEZE_FOR_STRETCH;
  }
}
