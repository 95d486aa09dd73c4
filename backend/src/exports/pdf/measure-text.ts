import TextBreaker from 'pdfmake/js/TextBreaker';
import TextInlines from 'pdfmake/js/TextInlines';
import type { BuiltInlines, EmbeddedFont, Inline } from 'pdfmake/js/layout';
import type StyleContextStack from 'pdfmake/js/StyleContextStack';
import { type Extent, wordsOfLook } from './words';

type Run = Partial<Inline> & { text: string };

/** By font, size and word: a text says the same words again and again. */
const extents = new WeakMap<EmbeddedFont, Map<number, Map<string, Extent>>>();

function extentsOf({ font, fontSize = 0 }: Inline): Map<string, Extent> {
  if (font === undefined) return new Map();
  const sizes = extents.get(font) ?? new Map<number, Map<string, Extent>>();
  const words = sizes.get(fontSize) ?? new Map<string, Extent>();
  extents.set(font, sizes.set(fontSize, words));
  return words;
}

const LEADING = /^\s+/;
const TRAILING = /\s+$/;

function extentOf(measurer: TextInlines, text: string, look: Inline): Extent {
  const cut = (spaces: RegExp) => {
    const [found] = spaces.exec(text) ?? [];
    return found === undefined ? 0 : measurer.widthOfText(found, look);
  };
  const width = measurer.widthOfText(text, look);
  return { width, leadingCut: cut(LEADING), trailingCut: cut(TRAILING) };
}

/** What all words of a run share: pdfmake looks through its styles for each of them anew. */
function lookOf(measurer: TextInlines, run: Run, styles: StyleContextStack): Inline {
  const [look] = measurer.measure([{ ...run, text: '', x: 0, width: 0 }], styles);
  if (look === undefined) throw new Error('A run of text was not measured');
  return look;
}

/** The words of the runs of a paragraph, as pdfmake breaks them. */
function wordsOf(measurer: TextInlines, runs: readonly Run[], styles: StyleContextStack): Inline[] {
  const looks = runs.map((run) => lookOf(measurer, run, styles));
  const indent = looks[0]?.leadingIndent ?? 0;
  for (const look of looks) look.leadingIndent = 0;
  const kinds = looks.map((look) => ({ look, known: extentsOf(look), Word: wordsOfLook(look) }));
  const plain = runs.map(({ text, noWrap = null }, run) => ({ text, noWrap, run }));
  return new TextBreaker().getBreaks(plain, styles).map((word, index): Inline => {
    const kind = kinds[word.run];
    if (kind === undefined) throw new Error('A word is of no run');
    const { look, known, Word } = kind;
    let extent = known.get(word.text);
    if (extent === undefined) {
      extent = extentOf(measurer, word.text, look);
      known.set(word.text, extent);
    }
    const inline = new Word(word.text, extent);
    if (index === 0 && indent !== 0) {
      inline.leadingIndent = indent;
      inline.leadingCut = extent.leadingCut - indent;
    }
    if (word.lineEnd) inline.lineEnd = true;
    if (word.noNewLine) inline.noNewLine = true;
    return inline;
  });
}

const trimmedWidth = ({ width, leadingCut = 0, trailingCut = 0 }: Extent): number =>
  Math.max(0, width - leadingCut - trailingCut);

/** The room that words need at least, and on one line each. */
function needOf(words: readonly Inline[]): { minWidth: number; maxWidth: number } {
  let [minWidth, maxWidth] = [0, 0];
  let line: Extent | undefined;
  for (const { width, leadingCut = 0, trailingCut = 0, lineEnd } of words) {
    minWidth = Math.max(minWidth, trimmedWidth({ width, leadingCut, trailingCut }));
    line ??= { width: 0, leadingCut, trailingCut: 0 };
    line.width += width;
    line.trailingCut = trailingCut;
    maxWidth = Math.max(maxWidth, trimmedWidth(line));
    if (lineEnd) line = undefined;
  }
  return { minWidth, maxWidth };
}

/** Runs as our texts have them; null for what pdfmake has to see to itself. */
function runsOf(text: unknown, styles: StyleContextStack): Run[] | null {
  if (styles.getProperty('preserveLeadingSpaces') || styles.getProperty('noWrap')) return null;
  if (typeof text === 'string') return [{ text }];
  if (!Array.isArray(text)) return null;
  const runs = text as (Partial<Run> | string)[];
  const plain = runs.map((run) => (typeof run === 'string' ? { text: run } : run));
  const isPlain = (run: Partial<Run>): run is Run =>
    typeof run.text === 'string' && run.formula === undefined;
  return plain.every(isPlain) ? plain : null;
}

/** Measures each word of a font once, and looks up the style of each run once. */
export function installMeasuring(): void {
  const { buildInlines } = TextInlines.prototype;
  TextInlines.prototype.buildInlines = function (
    this: TextInlines,
    text: unknown,
    styles: StyleContextStack,
  ): BuiltInlines {
    const runs = runsOf(text, styles);
    if (runs === null) return buildInlines.call(this, text, styles);
    const items = wordsOf(this, runs, styles);
    return { items, ...needOf(items) };
  };
}
