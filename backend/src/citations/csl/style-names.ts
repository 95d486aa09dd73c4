import type { DocumentLanguage } from '../../common';
import type { CitationStyle } from '../citation-styles';

const STYLE_IDS: Record<CitationStyle, string> = {
  apa: 'apa',
  mla: 'modern-language-association',
  chicago_author_date: 'chicago-author-date',
  chicago_notes: 'chicago-fullnote-bibliography',
  harvard: 'harvard-cite-them-right',
  ieee: 'ieee',
  vancouver: 'vancouver',
  iso690: 'iso690-author-date',
  iso690_it: 'iso690-note',
  dstu8302: 'dstu-8302-2015',
  gost: 'gost-r-7-0-5-2008-numeric',
};

/**
 * ISO 690 leaves wording to each language; these have an official style of their own. The Spanish
 * one is left out because it prints every locator as a page.
 */
const ISO690_IN: Partial<Record<DocumentLanguage, string>> = {
  en: 'iso690-author-date-en',
  cs: 'iso690-author-date-cs',
  de: 'iso690-author-date-de',
  fr: 'iso690-author-date-fr',
};

const LOCALES: Record<DocumentLanguage, string> = {
  en: 'en-US',
  uk: 'uk-UA',
  it: 'it-IT',
  de: 'de-DE',
  fr: 'fr-FR',
  es: 'es-ES',
  cs: 'cs-CZ',
};

/** Languages whose sources are worded in them under DSTU 8302, whatever the document's language. */
export const SOURCE_LOCALES: readonly string[] = Object.values(LOCALES);

export function cslStyleId(style: CitationStyle, language: DocumentLanguage): string {
  return (style === 'iso690' ? ISO690_IN[language] : undefined) ?? STYLE_IDS[style];
}

/** The locale to format in; Cite Them Right's English is British. */
export function cslLanguage(style: CitationStyle, language: DocumentLanguage): string {
  return style === 'harvard' && language === 'en' ? 'en-GB' : LOCALES[language];
}
