import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ImportReport } from '../../api/generated/models';
import { Locale } from '../../core/i18n/locale';
import { Notice } from '../../ui/notice/notice';

/** What an import took in, what it recognised, and what it refused with line and reason. */
@Component({
  selector: 'tg-import-outcome',
  imports: [Notice, TranslocoDirective],
  templateUrl: './import-outcome.html',
})
export class ImportOutcome {
  readonly report = input.required<ImportReport>();

  protected readonly locale = inject(Locale);
  protected readonly kind = computed(() => {
    const { added, merged, refused } = this.report();
    if (refused.length === 0) return 'success';
    return added.length + merged.length > 0 ? 'warning' : 'danger';
  });
}
