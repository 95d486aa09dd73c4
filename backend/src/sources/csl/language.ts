import type { DocumentLanguage } from '../../common';
import type { CslItem } from './csl-item';

/** By the first letters of BCP 47 and ISO 639-2 codes and of names that BibTeX uses. */
const PREFIXES: readonly (readonly [RegExp, DocumentLanguage])[] = [
  [/^(en\b|eng|american|british|ukenglish|usenglish|australian|canadian)/, 'en'],
  [/^(uk\b|ukr|українськ)/, 'uk'],
  [/^(it\b|ita)/, 'it'],
  [/^(de\b|deu|ger|deutsch|n?german|austrian|naustrian|swissgerman)/, 'de'],
  [/^(fr\b|fra|fre|français|french)/, 'fr'],
  [/^(es\b|spa|español|castellano)/, 'es'],
  [/^(cs\b|ces|cze|češ)/, 'cs'],
];

/** The language that a record says the work is in, if it is one we know. */
export function languageOf({ language }: CslItem): DocumentLanguage | undefined {
  const name = language?.toLowerCase().replaceAll('_', '-') ?? '';
  return PREFIXES.find(([prefix]) => prefix.test(name))?.[1];
}
