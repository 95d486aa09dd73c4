import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import type { Language } from './languages';

type Loaded = Promise<{ default: Translation }>;

const FILES: Record<Language, () => Loaded> = {
  en: () => import('../../../i18n/en.json'),
  uk: () => import('../../../i18n/uk.json'),
  it: () => import('../../../i18n/it.json'),
};

/** Each language is a chunk of its own, hashed and cached like any script. */
@Injectable({ providedIn: 'root' })
export class TranslationLoader implements TranslocoLoader {
  async getTranslation(language: Language): Promise<Translation> {
    return (await FILES[language]()).default;
  }
}
