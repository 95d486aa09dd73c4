import { createRequire } from 'node:module';
import type createHyphenator from 'hyphen';
import type { HyphenationFunctionSync, PatternsDefinition } from 'hyphen';
import type { DocumentLanguage } from '../../common';
import { czechBreaks } from './czech-syllables';

/** Those of TeX, by the names of their files. The Czech ones are under the GPL. */
const PATTERNS = {
  en: 'en-us',
  uk: 'uk',
  it: 'it',
  de: 'de-1996',
  fr: 'fr',
  es: 'es',
} as const satisfies Record<Exclude<DocumentLanguage, 'cs'>, string>;

/** What ends a part of a word where a line does; texts that come in have none. */
export const SOFT_HYPHEN = '\u00AD';

/** As Word and TeX set it: of a word, letters that stay before the hyphen and that follow it. */
const LEAST = { word: 5, before: 2, after: 3 } as const;

/** Loaded for the first word at the end of a line: that of a language has up to 700 kB. */
const load = createRequire(__filename);

/** Finds all places in a word of letters where it may be parted. */
type Parter = (letters: string) => number[];

function parterOf(language: DocumentLanguage): Parter {
  if (language === 'cs') return czechBreaks;
  const create = load('hyphen') as typeof createHyphenator;
  const patterns = load(`hyphen/patterns/${PATTERNS[language]}.js`) as PatternsDefinition;
  const hyphenate = create(patterns, { html: false }) as HyphenationFunctionSync;
  return (letters) => {
    let at = 0;
    return hyphenate(letters)
      .split(SOFT_HYPHEN)
      .slice(0, -1)
      .map((part) => (at += part.length));
  };
}

class Hyphenation {
  private readonly part: Parter;
  private readonly known = new Map<string, readonly number[]>();

  constructor(language: DocumentLanguage) {
    this.part = parterOf(language);
  }

  breaks(text: string): readonly number[] {
    const known = this.known.get(text) ?? this.find(text);
    this.known.set(text, known);
    return known;
  }

  private find(text: string): number[] {
    const [word, before = '', letters = ''] = WORD.exec(text) ?? [];
    if (word === undefined || letters.length < LEAST.word) return [];
    if (letters === letters.toUpperCase()) return [];
    return this.part(letters)
      .filter((at) => at >= LEAST.before && letters.length - at >= LEAST.after)
      .map((at) => before.length + at);
  }
}

/** One word with its marks; what has figures, signs or several parts is a name, a term or an address. */
const WORD = /^([^\p{L}\p{N}]*)([\p{L}\p{M}'’]+)[^\p{L}\p{N}\p{Pd}]*$/u;

const hyphenations = new Map<DocumentLanguage, Hyphenation>();

/** The places in a word with its marks, ascending, where a line may end in a hyphen. */
export function hyphenBreaks(text: string, language: DocumentLanguage): readonly number[] {
  const hyphenation = hyphenations.get(language) ?? new Hyphenation(language);
  hyphenations.set(language, hyphenation);
  return hyphenation.breaks(text);
}

/** Lines one after the other that may end in a hyphen. */
export const MOST_HYPHENS = 2;
