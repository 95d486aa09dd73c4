import type { EmbeddedFont, Inline, Line } from 'pdfmake/js/layout';
import type PDFDocument from 'pdfmake/js/PDFDocument';
import Renderer from 'pdfmake/js/Renderer';

/** A word as it is written into a page, in thousandths of its size. */
interface Encoded {
  /** Strings of glyphs with the kerning between them, as an array of `TJ` holds them. */
  glyphs: string;
  advance: number;
}

/** By font and word; null for one whose marks stand above or beside their letters. */
const encodedWords = new WeakMap<EmbeddedFont, Map<string, Encoded | null>>();

const rounded = (value: number): number => Math.round(value * 100) / 100;

function encode(font: EmbeddedFont, text: string): Encoded | null {
  const [glyphs, positions] = font.encode(text);
  let written = '<';
  let advance = 0;
  for (const [index, { xAdvance, advanceWidth, xOffset, yOffset }] of positions.entries()) {
    if (xOffset !== 0 || yOffset !== 0) return null;
    const kerning = rounded(advanceWidth - xAdvance);
    written += glyphs[index] ?? '';
    if (kerning !== 0 && index < positions.length - 1) written += `> ${String(kerning)} <`;
    advance += index < positions.length - 1 ? advanceWidth - kerning : advanceWidth;
  }
  return { glyphs: `${written}>`, advance };
}

function encoded(font: EmbeddedFont, text: string): Encoded | null {
  const words = encodedWords.get(font) ?? new Map<string, Encoded | null>();
  if (words.size === 0) encodedWords.set(font, words);
  let word = words.get(text);
  if (word === undefined) {
    word = encode(font, text);
    words.set(text, word);
  }
  return word;
}

/** What pdfmake notes for links, bookmarks and page numbers it has to draw itself. */
const isPlainLine = ({ id, _outline, _pageNodeRef }: Line): boolean =>
  id === undefined && _outline === undefined && _pageNodeRef === undefined;

const isPlain = (inline: Inline): boolean =>
  inline.link === null &&
  inline.linkToDestination === null &&
  inline.linkToPage === null &&
  inline.decoration === null &&
  inline.background === null &&
  inline.fontFeatures === null &&
  inline.characterSpacing === 0 &&
  inline.opacity === 1 &&
  inline._pageNodeRef === undefined;

/** Whether a piece goes on where another of the same look has ended, and not far to its left. */
function goesOn(one: Inline, { font, fontSize, sup, sub, color, x }: Inline): boolean {
  const alike = one.font === font && one.fontSize === fontSize && one.color === color;
  return alike && one.sup === sup && one.sub === sub && x > one.x;
}

function looksOf(inlines: readonly Inline[]): Inline[][] {
  const looks: Inline[][] = [];
  for (const inline of inlines) {
    if (inline.text === '') continue;
    const last = looks.at(-1);
    const before = last?.at(-1);
    if (last !== undefined && before !== undefined && goesOn(before, inline)) last.push(inline);
    else looks.push([inline]);
  }
  return looks;
}

/** As pdfmake raises and lowers what stands above or below the line; shares of its size. */
const RISE = { sup: -0.75, sub: 0.35 } as const;

/** Words of one look as one array of `TJ`, whose numbers keep each where it was set. */
function arrayOf(words: readonly Inline[], size: number): string | null {
  const [first] = words;
  let pen = 0;
  let array = '';
  for (const { text, font, x } of words) {
    const word = font === undefined ? null : encoded(font, text);
    if (word === null) return null;
    const shift = rounded(pen - ((x - (first?.x ?? 0)) * 1000) / size);
    if (Math.abs(shift) >= 1) {
      array += ` ${String(shift)}`;
      pen -= shift;
    }
    array += ` ${word.glyphs}`;
    pen += word.advance;
  }
  return array;
}

function textOf(words: readonly Inline[], x: number, base: number, pdf: PDFDocument) {
  const [first] = words;
  const { font, fontSize: size = 0, sup, sub } = first ?? {};
  const array = arrayOf(words, size);
  if (first === undefined || font === undefined || array === null) return null;
  const rise = (sup ? RISE.sup : 0) + (sub ? RISE.sub : 0);
  pdf.page.fonts[font.id] ??= font.ref();
  const place = `${String(rounded(x + first.x))} ${String(rounded(base + rise * size))}`;
  return `BT\n1 0 0 -1 ${place} Tm\n/${font.id} ${String(rounded(size))} Tf\n[${array.slice(1)}] TJ\nET`;
}

/** Draws a line of plain text; false leaves it to pdfmake. */
function drawn(line: Line, x: number, y: number, pdf: PDFDocument): boolean {
  if (!isPlainLine(line) || !line.inlines.every(isPlain)) return false;
  const base = y + line.getAscenderHeight();
  const looks = looksOf(line.inlines);
  const texts = looks.map((words) => textOf(words, x, base, pdf));
  if (texts.includes(null)) return false;
  for (const [index, text] of texts.entries()) {
    pdf.fillColor(pdf.resolveColor(looks[index]?.[0]?.color, 'black')).addContent(text ?? '');
  }
  return true;
}

/**
 * Has lines written into their page as a whole, as pdfmake's own notes wish for: word by word, each
 * with its own place, colour and font, takes most of the time of a file and half of its size.
 */
export function installLines(): void {
  const { renderLine } = Renderer.prototype;
  Renderer.prototype.renderLine = function (this: Renderer, line: Line, x = 0, y = 0): void {
    if (!drawn(line, x, y, this.pdfDocument)) renderLine.call(this, line, x, y);
  };
}
