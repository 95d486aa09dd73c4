import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ToolButton } from '../../ui/tool-button/tool-button';
import { Theme } from '../theme/theme';

@Component({
  selector: 'tg-theme-toggle',
  imports: [ToolButton, TranslocoDirective],
  template: `
    <button
      *transloco="let t; prefix: 'header'"
      tgToolButton
      [icon]="theme.current() === 'dark' ? 'sun' : 'moon'"
      [label]="theme.current() === 'dark' ? t('toLight') : t('toDark')"
      (click)="theme.toggle()"
    ></button>
  `,
})
export class ThemeToggle {
  protected readonly theme = inject(Theme);
}
