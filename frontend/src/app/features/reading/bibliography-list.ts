import { Component, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Bibliography } from '../../api/generated/models';

@Component({
  selector: 'tg-bibliography-list',
  imports: [TranslocoDirective],
  template: `
    @if (bibliography().entries.length > 0) {
      <section class="bibliography" *transloco="let t; prefix: 'reading'">
        <h2>{{ t('bibliography') }}</h2>
        <ol>
          @for (entry of bibliography().entries; track entry.key) {
            <li [id]="'ref-' + entry.key" tabindex="-1">
              @if (entry.label) {
                <span class="bibliography-label">{{ entry.label }}</span>
              }
              <span>{{ entry.text }}</span>
            </li>
          }
        </ol>
      </section>
    }
  `,
})
export class BibliographyList {
  readonly bibliography = input.required<Bibliography>();
}
