import { Injectable } from '@angular/core';
import type { Translation, TranslocoLoader } from '@jsverse/transloco';
import { defer, type Observable } from 'rxjs';

interface Loaded {
  default: Translation;
}

/** Texts that every page has; those of a part of the interface stand in a folder of its own. */
const SHELL = 'shell';

/**
 * Each language of each part is a chunk of its own, hashed and cached like any script.
 *
 * @param path a language (`en`), or a part and a language (`sources/en`)
 */
@Injectable({ providedIn: 'root' })
export class TranslationLoader implements TranslocoLoader {
  getTranslation(path: string): Observable<Translation> {
    const [language = '', part = SHELL] = path.split('/').reverse();
    // deferred, so that a second attempt asks the server again
    return defer(async () => {
      const file = (await import(`../../../i18n/${part}/${language}.json`)) as Loaded;
      return file.default;
    });
  }
}
