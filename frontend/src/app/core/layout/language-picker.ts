import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { isLanguage, LANGUAGES } from '../i18n/languages';
import { Locale } from '../i18n/locale';

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
  protected readonly languages = LANGUAGES;

  protected onChange(event: Event): void {
    const code = event.target instanceof HTMLSelectElement ? event.target.value : null;
    if (isLanguage(code)) this.locale.choose(code);
  }
}
