import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { Notice } from '../../../ui/notice/notice';
import { Progress } from '../../../ui/progress/progress';
import { SourcesStore } from '../sources.store';
import { SourceChecks } from './source-checks';
import { needsCheck } from './source-filter';

/** Checks all sources that need it, shows how far that has come, and can be stopped. */
@Component({
  selector: 'tg-check-run-panel',
  imports: [Button, Icon, Notice, ProblemNotice, Progress, TranslocoDirective],
  templateUrl: './check-run-panel.html',
  host: { class: 'check-run' },
})
export class CheckRunPanel {
  private readonly store = inject(SourcesStore);
  protected readonly checks = inject(SourceChecks);
  protected readonly locale = inject(Locale);

  protected readonly running = computed(() => this.checks.run()?.state === 'running');
  protected readonly open = computed(() => (this.store.sources() ?? []).filter(needsCheck));
  protected readonly percent = computed(() => {
    const run = this.checks.run();
    return run === null ? 0 : (100 * run.done) / Math.max(1, run.total);
  });

  /** One button for both, so that the focus stays where it is. */
  protected toggle(): void {
    if (this.running()) this.checks.stop();
    else
      void this.checks.start(this.open().length > 0 ? this.open() : (this.store.sources() ?? []));
  }
}
