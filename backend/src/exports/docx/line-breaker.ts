import { fontWidths, textWidth } from '../typography/font-widths';
import { type Faces, fontFaces } from '../typography/fonts';
import type { Inline } from '../model/document-model';

/** Word sets the number of a note in two thirds of the size of its text. */
export const NOTE_SHARE = 2 / 3;

/** Spaces at which a line may end, and hyphens and dashes, after which it may. */
const SPACE = /[^\S\u00A0\u202F]/;
const DASHES: ReadonlySet<number> = new Set(['-', '–', '—'].map((dash) => dash.charCodeAt(0)));

/** From here to there no character is a space, and most of a text is from there. */
const [FIRST_PRINTED, LAST_OF_ASCII] = [0x21, 0x7e];

function isSpace(code: number): boolean {
  if (code < FIRST_PRINTED) return SPACE.test(String.fromCharCode(code));
  return code > LAST_OF_ASCII && SPACE.test(String.fromCodePoint(code));
}

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
    this.addText(inline.text, face, size);
  }

  /** Character by character, as there are half a million of them in a thesis. */
  private addText(text: string, face: string, size: number): void {
    const widths = fontWidths(face);
    let [inSpaces, inDashes] = [false, false];
    for (let at = 0; at < text.length; at += 1) {
      const code = text.codePointAt(at) ?? 0;
      if (code > 0xffff) at += 1;
      const width = widths.advance(code) * size;
      const dash = DASHES.has(code);
      if (inDashes && !dash) this.endWord();
      inDashes = dash;
      if (isSpace(code)) {
        if (!inSpaces) this.endWord();
        inSpaces = true;
        this.spaces += width;
      } else {
        inSpaces = false;
        this.word.width += width;
      }
    }
    if (inDashes) this.endWord();
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
