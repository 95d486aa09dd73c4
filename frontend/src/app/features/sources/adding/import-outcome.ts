import { NgTemplateOutlet } from '@angular/common';
import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ImportReport, Source } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { Notice } from '../../../ui/notice/notice';
import type { Merge } from '../merging/merge';
import { MergedWorks } from '../merging/merged-works';

/** Longer lists are folded away: a library of hundreds is looked through elsewhere. */
const SHOWN_AT_ONCE = 5;

interface Part {
  kind: 'added' | 'merged';
  /** Each once, though several entries may have been recognised as one. */
  sources: readonly Source[];
}

const distinct = (sources: readonly Source[]): Source[] => [
  ...new Map(sources.map((source) => [source.id, source])).values(),
];

/** What an import took in, what it recognised, and what it refused with line and reason. */
@Component({
  selector: 'tg-import-outcome',
  imports: [MergedWorks, NgTemplateOutlet, Notice, TranslocoDirective],
  templateUrl: './import-outcome.html',
})
export class ImportOutcome {
  readonly report = input.required<ImportReport>();
  /** What is known of each that was merged; none where it is not known how the source was before. */
  readonly merges = input<readonly Merge[]>([]);

  protected readonly locale = inject(Locale);
  protected readonly shownAtOnce = SHOWN_AT_ONCE;
  protected readonly parts = computed((): Part[] => {
    const { added, merged } = this.report();
    const parts: Part[] = [
      { kind: 'added', sources: added },
      { kind: 'merged', sources: distinct(merged) },
    ];
    return parts.filter(({ kind, sources }) => kind === 'added' || sources.length > 0);
  });
  protected readonly kind = computed(() => {
    const { added, merged, refused } = this.report();
    if (refused.length === 0) return 'success';
    return added.length + merged.length > 0 ? 'warning' : 'danger';
  });
}
