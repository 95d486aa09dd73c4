/** Alternatives as whole words; `~` stands for any ending, a space for any white space. */
export function words(...alternatives: readonly string[]): RegExp {
  const body = alternatives.map((one) => one.replaceAll('~', '\\p{L}*').replaceAll(' ', '\\s+'));
  return new RegExp(`(?<![\\p{L}\\d])(?:${body.join('|')})(?!\\p{L})`, 'giu');
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
