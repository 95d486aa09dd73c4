import type { DocumentLanguage } from '../../../common';

/** Short words that are never said twice in a row on purpose. */
const NEVER_TWICE: Record<DocumentLanguage, string> = {
  en: 'the|a|an|of|to|and|is|for|with',
  uk: 'і|та|на|з|для|до',
  it: 'il|di|e|un|una|per|con',
  de: 'und|ein|eine|von|mit|für',
  fr: 'le|de|et|un|une|pour',
  es: 'el|de|y|un|una|para|con',
  cs: 'a|na|s|pro|od',
};

const twice = (language: DocumentLanguage): RegExp =>
  new RegExp(
    String.raw`(?<![\p{L}\p{M}])(${NEVER_TWICE[language]})[^\S\n]+\1(?![\p{L}\p{M}])`,
    'giu',
  );

/** French sets a space before `;`, `:`, `!` and `?`. */
const beforeMark = (language: DocumentLanguage): RegExp =>
  language === 'fr' ? /[^\S\n]+(?=[,.](?:\s|$))/g : /[^\S\n]+(?=[,.;:!?](?:\s|$))/g;

/** Slips of the keyboard mended, and nothing else: spaces, dots, dashes, words that stand twice. */
export function tidyText(text: string, language: DocumentLanguage): string {
  return text
    .replace(twice(language), '$1')
    .replace(/(?<=\S)[^\S\n]{2,}(?=\S)/g, ' ')
    .replace(beforeMark(language), '')
    .replace(/(?<=[\p{L}\p{N}”»"])(?=\[[^[\]\n]*@)/gu, ' ')
    .replace(/(?<=\p{L})[^\S\n]-[^\S\n](?=\p{L})/gu, ' – ')
    .replace(/(?<!\.)\.{3}(?!\.)/g, '…')
    .replace(/(?<=\p{L}|\])([.,;])\1(?!\1)/gu, '$1');
}
