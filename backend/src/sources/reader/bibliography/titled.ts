import type { DocumentLanguage } from '../../../common';
import type { CslItem } from '../../csl/csl-item';
import { languageOf } from '../../csl/language';

/** Types whose works are no parts of others. */
const WHOLE = new Set(['book', 'collection', 'periodical']);

/** What a letter without a title is called where it is cited. */
const LETTER: Readonly<Record<DocumentLanguage, string>> = {
  en: 'Personal communication',
  uk: 'Особисте повідомлення',
  it: 'Comunicazione personale',
  de: 'Persönliche Mitteilung',
  fr: 'Communication personnelle',
  es: 'Comunicación personal',
  cs: 'Osobní sdělení',
};

/**
 * The record with a title where others know it by something else: a whole journal by the field that
 * its parts say it in, a letter by its being one.
 */
export function titled(item: CslItem, documentLanguage: DocumentLanguage): CslItem {
  const { 'container-title': whole, ...csl } = item;
  if (csl.title === undefined && whole !== undefined) return { ...csl, title: whole };
  if (csl.title === undefined && csl.type === 'personal_communication' && csl.author) {
    return { ...csl, title: LETTER[languageOf(csl) ?? documentLanguage] };
  }
  return WHOLE.has(csl.type) && csl.title === whole ? csl : item;
}
