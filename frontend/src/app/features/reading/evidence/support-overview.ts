import { Component, computed, inject, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { ClaimsList } from './claims-list';
import { MandatoryNotice } from './mandatory-notice';
import { SUPPORT_LOOKS, SUPPORT_STATES } from './support-state';
import { SupportStore } from './support.store';

/** How far the sources carry the whole text, and where one should look. */
@Component({
  selector: 'tg-support-overview',
  imports: [Button, ClaimsList, Icon, MandatoryNotice, ProblemNotice, TranslocoDirective],
  templateUrl: './support-overview.html',
  host: { class: 'support-overview' },
})
export class SupportOverview {
  readonly next = output();

  protected readonly locale = inject(Locale);
  protected readonly store = inject(SupportStore);

  protected readonly counts = computed(() => {
    const summary = this.store.document()?.summary;
    if (summary === undefined) return null;
    return SUPPORT_STATES.map((state) => ({
      ...{ state, count: summary[state] },
      ...SUPPORT_LOOKS[state],
    }));
  });

  /** What is left to say where nothing wants a look. */
  protected readonly clear = computed(() => {
    const summary = this.store.document()?.summary;
    if (summary === undefined || summary.weak + summary.unsupported > 0) return null;
    return summary.unchecked > 0 ? 'clearButUnchecked' : summary.supported > 0 ? 'clear' : 'empty';
  });
}
