import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { Theme } from '../theme/theme';

@Component({
  selector: 'tg-theme-toggle',
  imports: [Button, Icon, TranslocoDirective],
  template: `
    <button
      *transloco="let t; prefix: 'header'"
      tgButton="quiet"
      iconOnly
      type="button"
      [attr.aria-label]="theme.current() === 'dark' ? t('toLight') : t('toDark')"
      (click)="theme.toggle()"
    >
      <tg-icon [name]="theme.current() === 'dark' ? 'sun' : 'moon'" />
    </button>
  `,
})
export class ThemeToggle {
  protected readonly theme = inject(Theme);
}
