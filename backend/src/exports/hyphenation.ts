import { createRequire } from 'node:module';
import type createHyphenator from 'hyphen';
import type { HyphenationFunctionSync, PatternsDefinition } from 'hyphen';
import type { DocumentLanguage } from '../common';

/** Those of TeX, by the names of their files. The Czech ones are left out: they are under the GPL. */
const PATTERNS = {
  en: 'en-us',
  uk: 'uk',
  it: 'it',
  de: 'de-1996',
  fr: 'fr',
  es: 'es',
} as const satisfies Partial<Record<DocumentLanguage, string>>;

export type HyphenatedLanguage = keyof typeof PATTERNS;

export const isHyphenated = (language: DocumentLanguage): language is HyphenatedLanguage =>
  language in PATTERNS;

/** What ends a part of a word where a line does; texts that come in have none. */
export const SOFT_HYPHEN = '\u00AD';

/** As Word and TeX set it: of a word, letters that stay before the hyphen and that follow it. */
const LEAST = { word: 5, before: 2, after: 3 } as const;

/** Loaded for the first word at the end of a line: that of a language has up to 700 kB. */
const load = createRequire(__filename);

function hyphenatorOf(language: HyphenatedLanguage): HyphenationFunctionSync {
  const create = load('hyphen') as typeof createHyphenator;
  const patterns = load(`hyphen/patterns/${PATTERNS[language]}.js`) as PatternsDefinition;
  return create(patterns, { html: false }) as HyphenationFunctionSync;
}

class Hyphenation {
  private readonly hyphenate: HyphenationFunctionSync;
  private readonly known = new Map<string, readonly number[]>();

  constructor(language: HyphenatedLanguage) {
    this.hyphenate = hyphenatorOf(language);
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
    const breaks: number[] = [];
    let at = 0;
    for (const part of this.hyphenate(letters).split(SOFT_HYPHEN).slice(0, -1)) {
      at += part.length;
      if (at >= LEAST.before && letters.length - at >= LEAST.after) breaks.push(before.length + at);
    }
    return breaks;
  }
}

/** One word with its marks; what has figures, signs or several parts is a name, a term or an address. */
const WORD = /^([^\p{L}\p{N}]*)([\p{L}\p{M}'’]+)[^\p{L}\p{N}\p{Pd}]*$/u;

const hyphenations = new Map<HyphenatedLanguage, Hyphenation>();

/** The places in a word with its marks, ascending, where a line may end in a hyphen. */
export function hyphenBreaks(text: string, language: HyphenatedLanguage): readonly number[] {
  const hyphenation = hyphenations.get(language) ?? new Hyphenation(language);
  hyphenations.set(language, hyphenation);
  return hyphenation.breaks(text);
}

/** Lines one after the other that may end in a hyphen. */
export const MOST_HYPHENS = 2;
