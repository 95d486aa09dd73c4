import type { DocumentLanguage } from '../../../common';
import { cs } from './cs';
import { de } from './de';
import { en } from './en';
import { es } from './es';
import { fr } from './fr';
import { it } from './it';
import type { PhraseBook, Phrases } from './phrases';
import { uk } from './uk';

export type { DocumentType, Phrases } from './phrases';

const PHRASES: PhraseBook = { en, uk, it, de, fr, es, cs };

export function phrasesOf(language: DocumentLanguage): Phrases {
  return PHRASES[language];
}

/** The outer quotation marks of a language, without the space that some set inside. */
export function quotationMarks(language: DocumentLanguage): readonly [string, string] {
  const [open, close] = PHRASES[language].quotes;
  return [open.trim(), close.trim()];
}
