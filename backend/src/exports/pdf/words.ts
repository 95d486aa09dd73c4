import type { EmbeddedFont, Inline } from 'pdfmake/js/layout';

/** What a word takes in its line, in points; its spaces at the ends of a line are cut off. */
export interface Extent {
  width: number;
  leadingCut: number;
  trailingCut: number;
}

/** Makes the words of one look. */
export type WordClass = new (text: string, extent: Extent) => Inline;

/** No class: one has a prototype of its own, to which the look would have to be copied, and is slower. */
function wordClass(look: Inline): WordClass {
  function Word(this: Inline, text: string, { width, leadingCut, trailingCut }: Extent): void {
    this.text = text;
    this.x = 0;
    this.width = width;
    this.leadingCut = leadingCut;
    this.trailingCut = trailingCut;
  }
  Word.prototype = look;
  return Word as unknown as WordClass;
}

function isSameLook(a: Inline, b: Inline): boolean {
  const names = Object.keys(a) as (keyof Inline)[];
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
}

/** Looks alternate within a few, such as those of the text, of its emphasis and of its notes. */
const RECENT = 8;

type Known = readonly [look: Inline, Word: WordClass];

const recent = new WeakMap<EmbeddedFont, readonly Known[]>();

/**
 * Words of the same look have one prototype for the twenty properties that they share. A long text has
 * a hundred thousand words, and with copies of these most time of a line is spent on reaching them in
 * memory.
 * @param look a run as pdfmake has measured it, without its own text and width
 */
export function wordsOfLook(look: Inline): WordClass {
  const { font } = look;
  if (font === undefined) return wordClass(look);
  const known = recent.get(font) ?? [];
  const found =
    known.find(([other]) => isSameLook(other, look)) ?? ([look, wordClass(look)] as const);
  recent.set(font, [found, ...known.filter((one) => one !== found)].slice(0, RECENT));
  const [, Word] = found;
  return Word;
}

/** A word of the same look. */
export function wordLike(word: Inline, changes: Partial<Inline>): Inline {
  const copy = Object.create(Object.getPrototypeOf(word) as object) as Inline;
  return Object.assign(copy, word, changes);
}
