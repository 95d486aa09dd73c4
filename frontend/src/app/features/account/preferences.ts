import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { isLanguage, LANGUAGES } from '../../core/i18n/languages';
import { Locale } from '../../core/i18n/locale';
import { AccountLanguage } from '../../core/session/account-language';
import { isTheme, Theme } from '../../core/theme/theme';
import { Field } from '../../ui/field/field';
import { FieldControl } from '../../ui/field/field-control';

/** The language of the interface and of mails, and light or dark. */
@Component({
  selector: 'tg-preferences',
  imports: [Field, FieldControl, TranslocoDirective],
  templateUrl: './preferences.html',
})
export class Preferences {
  private readonly accountLanguage = inject(AccountLanguage);
  protected readonly locale = inject(Locale);
  protected readonly theme = inject(Theme);
  protected readonly languages = LANGUAGES;
  protected readonly themes = ['system', 'light', 'dark'] as const;

  protected speak(select: HTMLSelectElement): void {
    if (!isLanguage(select.value)) return;
    this.accountLanguage.choose(select.value).catch(() => {
      select.value = this.locale.language();
    });
  }

  protected dress(value: string): void {
    this.theme.choose(isTheme(value) ? value : null);
  }
}
