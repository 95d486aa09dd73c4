import { inject, Injectable } from '@angular/core';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import type { Language } from './languages';
import { Locale } from './locale';

/** Parts of the interface whose texts come with them: a folder of `i18n` and a scope each. */
export type TextPart =
  | 'account'
  | 'admin'
  | 'admin-audit'
  | 'admin-mails'
  | 'admin-money'
  | 'admin-people'
  | 'admin-running'
  | 'admin-settings'
  | 'common'
  | 'documents'
  | 'export'
  | 'landing'
  | 'outline'
  | 'payments'
  | 'pdf'
  | 'privacy'
  | 'reading'
  | 'requirements'
  | 'sign-in'
  | 'source-reader'
  | 'sources'
  | 'workspace'
  | 'writing';

/** The texts of the parts that have been opened, in the language of the interface. */
@Injectable({ providedIn: 'root' })
export class Texts {
  private readonly locale = inject(Locale);
  private readonly transloco = inject(TranslocoService);
  private readonly opened = new Set<TextPart>();
  private wanted: Language | null = null;

  async load(parts: readonly TextPart[]): Promise<void> {
    for (const part of parts) this.opened.add(part);
    await this.fetch(this.locale.language(), parts);
  }

  /** Changes the language once everything that may be on the screen is there in it. */
  async speak(language: Language): Promise<void> {
    this.wanted = language;
    let known = -1;
    while (known !== this.opened.size) {
      // one may open another part meanwhile
      known = this.opened.size;
      await this.fetch(language, [...this.opened]);
    }
    if (this.wanted === language) this.locale.choose(language);
  }

  private async fetch(language: Language, parts: readonly TextPart[]): Promise<void> {
    const paths = [language, ...parts.map((part) => `${part}/${language}`)];
    await Promise.all(paths.map((path) => firstValueFrom(this.transloco.load(path))));
  }
}

/**
 * Loads what a route shows together with its texts, so that no bare key is ever on the screen.
 *
 * @example loadComponent: withTexts(['export'], async () => (await import('…')).ExportPage)
 */
export function withTexts<T>(parts: readonly TextPart[], load: () => Promise<T>): () => Promise<T> {
  return async () => {
    const texts = inject(Texts).load(parts);
    const [loaded] = await Promise.all([load(), texts]);
    return loaded;
  };
}
