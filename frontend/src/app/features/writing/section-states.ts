import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Document as Thesis } from '../../api/generated/models';
import { Locale } from '../../core/i18n/locale';
import { Badge } from '../../ui/badge/badge';

/** Which sections have text, and which are still to come. */
@Component({
  selector: 'tg-section-states',
  imports: [Badge, TranslocoDirective],
  template: `
    <ol class="section-states" *transloco="let t; prefix: 'writing'">
      @for (row of rows(); track row.id) {
        <li [class]="'section-state-' + row.level">
          <span class="section-state-number">{{ row.number }}</span>
          <span class="section-state-title">{{ row.title }}</span>
          @if (row.words > 0) {
            <span class="small soft">{{
              t(locale.plural('words', row.words), { n: locale.number(row.words) })
            }}</span>
          }
          @if (inWork().has(row.id)) {
            <tg-badge tone="accent">{{ t('section.writing') }}</tg-badge>
          } @else if (row.status !== null) {
            <tg-badge [tone]="row.status === 'planned' ? 'plain' : 'good'">{{
              t('section.' + row.status)
            }}</tg-badge>
          }
        </li>
      }
    </ol>
  `,
})
export class SectionStates {
  readonly document = input.required<Thesis>();
  /** Sections in work, by their ids. */
  readonly inWork = input.required<ReadonlyMap<string, string>>();

  protected readonly locale = inject(Locale);
  protected readonly rows = computed(() => {
    const { outline, sections } = this.document();
    const byId = new Map(sections.map((section) => [section.id, section]));
    return (outline?.sections ?? []).map(({ id, number, title, level, targetWords }) => {
      const section = byId.get(id);
      const heading = targetWords === 0 && (section?.wordCount ?? 0) === 0;
      const status = heading ? null : (section?.status ?? 'planned');
      return { id, number, title, level, status, words: section?.wordCount ?? 0 };
    });
  });
}
