import { Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Source } from '../../api/generated/models';
import { Locale } from '../../core/i18n/locale';
import { AuthorLine } from './author-line';

/** Of a source, or of a work that is none yet and has no key. */
type Work = Pick<Source, 'authors' | 'year' | 'container'> &
  Partial<Pick<Source, 'pageCount' | 'key'>>;

/** What tells a work from another one, on a line under its title; what else does goes before its key. */
@Component({
  selector: 'tg-facts-line',
  imports: [AuthorLine, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'sources'">
      @if (source().authors.length > 0) {
        <tg-author-line [authors]="source().authors" />
      }
      @if (source().year) {
        <span>{{ source().year }}</span>
      }
      @if (source().container) {
        <span
          ><em>{{ source().container }}</em></span
        >
      }
      @if (source().pageCount; as pages) {
        <span>{{ t(locale.plural('pages', pages), { n: pages }) }}</span>
      }
      <ng-content />
      @if (source().key; as key) {
        <code>{{ key }}</code>
      }
    </ng-container>
  `,
  host: { class: 'facts' },
})
export class FactsLine {
  readonly source = input.required<Work>();

  protected readonly locale = inject(Locale);
}
