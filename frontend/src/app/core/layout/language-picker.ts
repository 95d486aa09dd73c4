import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { isLanguage, LANGUAGES } from '../i18n/languages';
import { Locale } from '../i18n/locale';
import { AccountLanguage } from '../session/account-language';

@Component({
  selector: 'tg-language-picker',
  imports: [TranslocoDirective],
  template: `
    <select
      *transloco="let t; prefix: 'header'"
      class="language-picker"
      [attr.aria-label]="t('language')"
      (change)="onChange($event)"
    >
      @for (language of languages; track language.code) {
        <option
          [value]="language.code"
          [attr.lang]="language.code"
          [selected]="language.code === locale.language()"
        >
          {{ language.name }}
        </option>
      }
    </select>
  `,
})
export class LanguagePicker {
  protected readonly locale = inject(Locale);
  private readonly accountLanguage = inject(AccountLanguage);
  protected readonly languages = LANGUAGES;

  protected onChange(event: Event): void {
    const select = event.target;
    if (!(select instanceof HTMLSelectElement) || !isLanguage(select.value)) return;
    this.accountLanguage.choose(select.value).catch(() => {
      // without its texts, of which a connection that is down brings none, the language stays
      select.value = this.locale.language();
    });
  }
}
