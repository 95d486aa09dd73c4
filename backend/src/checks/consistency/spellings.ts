import type { DocumentLanguage } from '../../common';

/**
 * Spellings of which a text should keep to one, each as a pattern and what stands for all of them.
 * Only those whose other reading is no word of its own.
 */
const SPELLINGS: Record<DocumentLanguage, readonly (readonly [RegExp, string])[]> = {
  en: [
    [/(?<=\p{L}{3})i[sz](?=(?:e[ds]?|ing|ations?)$)/u, 'iz'],
    [/(?<=anal|catal|paral)ys(?=(?:ed?|ing)$)/u, 'yz'],
    [/^(behavi|col|fav|hon|harb|lab|neighb|vap|end[eae]av|rum|hum)our/u, '$1or'],
    [/^(cent|theat|fib|lit)re(?=s?$)/u, '$1er'],
    [/^(judg|acknowledg)ement/u, '$1ment'],
    [/^(catal|dial|anal)ogue(?=s?$)/u, '$1og'],
    [/^(mod|lab|trav|canc|sign)el{2}(?=ed$|ing$)/u, '$1el'],
    [/^(defen|licen|offen)ce(?=s?$)/u, '$1se'],
  ],
  de: [
    [/ß/u, 'ss'],
    [/(?<=\p{L}{2})zial(?=\p{L}*$)/u, 'tial'],
    [/graf(?=(?:ie|isch)\p{L}*$)/u, 'graph'],
    [/^fantas/u, 'phantas'],
  ],
  uk: [
    [/проєкт/u, 'проект'],
    [/^авдит/u, 'аудит'],
    [/^етер/u, 'ефір'],
  ],
  cs: [
    [/izm(?=us$|u$|em$)/u, 'ism'],
    [/^filozof/u, 'filosof'],
    [/^diskuz/u, 'diskus'],
    [/^prezent/u, 'present'],
  ],
  fr: [
    [/aître$/u, 'aitre'],
    [/^évènement/u, 'événement'],
    [/^clef(?=s?$)/u, 'clé'],
  ],
  es: [
    [/^período/u, 'periodo'],
    [/^psic/u, 'sic'],
    [/^vídeo/u, 'video'],
    [/^substan/u, 'sustan'],
  ],
  it: [[/(?<=\p{L}ch)è$/u, 'é']],
};

const FEWEST_LETTERS = 5;
/** `re-form` and `reform` are two words. */
const OWN_WORD = /^(?:re|co|un)-/;

/** The same for every spelling of a word; null where there is but one. */
export function sameSpelling(word: string, language: DocumentLanguage): string | null {
  const lower = word.toLowerCase();
  if (lower.length < FEWEST_LETTERS || /\p{N}/u.test(lower)) return null;
  if (OWN_WORD.test(lower)) return null;
  const joined = lower.replaceAll('-', '');
  return SPELLINGS[language].reduce((form, [pattern, one]) => form.replace(pattern, one), joined);
}
