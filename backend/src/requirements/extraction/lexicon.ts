/** Alternatives as whole words; `~` stands for any ending, a space for any white space. */
export function words(...alternatives: readonly string[]): RegExp {
  const body = alternatives.map((one) => one.replaceAll('~', '\\p{L}*').replaceAll(' ', '\\s+'));
  return new RegExp(`(?<![\\p{L}\\d_])(?:${body.join('|')})(?![\\p{L}_])`, 'giu');
}

export interface Found {
  start: number;
  end: number;
  match: RegExpExecArray;
}

export function findAll(text: string, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    match,
  }));
}

export const has = (text: string, pattern: RegExp): boolean => text.search(pattern) !== -1;

export type Named<Name> = readonly (readonly [Name, RegExp])[];

/** What a text names first: of alternatives, any will do. */
export function firstNamed<Name>(text: string, names: Named<Name>): Name | undefined {
  const [first] = names
    .flatMap(([name, pattern]) => findAll(text, pattern).map(({ start }) => ({ name, start })))
    .sort((a, b) => a.start - b.start);
  return first?.name;
}

const ILLUSTRATION =
  /^(?:for example|e\.\s?g\.|наприклад|ad esempio|per esempio|zum Beispiel|z\.\s?B\.)/iu;

/** A sentence that only shows what the one before it could mean. */
export const isIllustration = (text: string): boolean => ILLUSTRATION.test(text);

const CYRILLIC = 'АВЕІКМНОРСТХаеіорсух';
const LATIN = 'ABEIKMHOPCTXaeiopcyx';

const MIXED = /\p{Script=Latin}\p{Script=Cyrillic}|\p{Script=Cyrillic}\p{Script=Latin}/u;

/** Words of both scripts in Latin letters, `Tіmes` with a Cyrillic `і` as `Times`; of the same length. */
export const inOneScript = (text: string): string =>
  text.replace(/\p{L}+/gu, (word) =>
    MIXED.test(word)
      ? word.replace(/\p{Script=Cyrillic}/gu, (letter) => LATIN[CYRILLIC.indexOf(letter)] ?? letter)
      : word,
  );

const SOFT = words(
  'recommended',
  'preferabl[ey]',
  'usually',
  'may',
  'for example',
  'e\\.g\\.',
  'рекоменду~',
  'бажано',
  'як правило',
  'наприклад',
  'може~',
  'consiglia~',
  'preferibilmente',
  'di norma',
  'ad esempio',
  'può',
  'empfohlen',
  'empfiehlt',
  'vorzugsweise',
  'zum Beispiel',
  'z\\. ?B\\.',
  'kann',
  'können',
);

const NOT_FOR_THIS = 0.8;

/** How far a statement is to be believed: less for a recommendation. */
export function confidenceOf(text: string, base: number): number {
  return Math.round((has(text, SOFT) ? base * NOT_FOR_THIS : base) * 100) / 100;
}
