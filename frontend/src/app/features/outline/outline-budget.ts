import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../core/i18n/locale';
import { Progress } from '../../ui/progress/progress';
import { isAppendix } from './outline-appendices';
import { type Sections, totalWords } from './outline-edits';

/** A page of the exported document, as the server reckons: A4, 12 points, one and a half lines. */
const WORDS_PER_PAGE = 350;

/** How much text the sections ask for, against the pages that are wanted, and on how many sources. */
@Component({
  selector: 'tg-outline-budget',
  imports: [Progress, TranslocoDirective],
  template: `
    <div class="outline-budget" *transloco="let t; prefix: 'outline'">
      <p class="small soft">
        {{ t('budget', { words: locale.number(words()), pages: pages(), target: targetPages() }) }}
      </p>
      <tg-progress [value]="percent()" [label]="t('budgetLabel')" />
      @if (sources(); as total) {
        <p class="small soft">
          {{ t('carrying', { n: locale.number(carrying()), total: locale.number(total) }) }}
        </p>
      }
    </div>
  `,
})
export class OutlineBudget {
  readonly sections = input.required<Sections>();
  readonly targetPages = input.required<number>();
  /** Of the document; null until it is known. */
  readonly sources = input<number | null>(null);

  protected readonly locale = inject(Locale);
  protected readonly words = computed(() => totalWords(this.sections()));
  protected readonly pages = computed(() => Math.max(1, Math.round(this.words() / WORDS_PER_PAGE)));
  protected readonly percent = computed(
    () => (100 * this.pages()) / Math.max(1, this.targetPages()),
  );
  protected readonly carrying = computed(
    () =>
      new Set(this.sections().flatMap((section) => (isAppendix(section) ? [] : section.sourceKeys)))
        .size,
  );
}
