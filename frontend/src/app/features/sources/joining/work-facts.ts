import { Component, input } from '@angular/core';
import type { Source } from '../../../api/generated/models';
import { FactsLine } from '../facts-line';

/** What tells a work from another one, short enough to choose among many. */
@Component({
  selector: 'tg-work-facts',
  imports: [FactsLine],
  template: `
    <span class="work-facts-title">{{ source().title }}</span>
    <tg-facts-line [source]="source()">
      @if (source().doi; as doi) {
        <span>DOI {{ doi }}</span>
      }
    </tg-facts-line>
  `,
  host: { class: 'work-facts' },
})
export class WorkFacts {
  readonly source = input.required<Source>();
}
