import { Component, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Source } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { AuthorLine } from '../author-line';

/** What tells a work from another one, short enough to choose among many. */
@Component({
  selector: 'tg-work-facts',
  imports: [AuthorLine, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'sources'">
      <span class="work-facts-title">{{ source().title }}</span>
      <span class="facts">
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
        @if (source().doi) {
          <span class="work-facts-doi">DOI {{ source().doi }}</span>
        }
        <code>{{ source().key }}</code>
      </span>
    </ng-container>
  `,
  host: { class: 'work-facts' },
})
export class WorkFacts {
  readonly source = input.required<Source>();

  protected readonly locale = inject(Locale);
}
