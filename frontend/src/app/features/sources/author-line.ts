import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../core/i18n/locale';

/** Works of physics have thousands of authors; a line of a list names the first of them. */
const NAMED = 3;

@Component({
  selector: 'tg-author-line',
  imports: [TranslocoDirective],
  template: `<ng-container *transloco="let t; prefix: 'sources'">{{
    more() > 0 ? named() + ' ' + t('moreAuthors', { n: locale.number(more()) }) : named()
  }}</ng-container>`,
})
export class AuthorLine {
  readonly authors = input.required<readonly string[]>();

  protected readonly locale = inject(Locale);
  protected readonly named = computed(() => this.authors().slice(0, NAMED).join('; '));
  protected readonly more = computed(() => Math.max(0, this.authors().length - NAMED));
}
