import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { VersionSummary } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { Button } from '../../../ui/button/button';
import { handOf } from '../provenance/hands';
import { HistoryStore } from './history.store';

/** The texts of a section, newest first: when, by whom, how long. */
@Component({
  selector: 'tg-version-list',
  imports: [Button, TranslocoDirective],
  templateUrl: './version-list.html',
})
export class VersionList {
  protected readonly locale = inject(Locale);
  protected readonly store = inject(HistoryStore);

  protected readonly items = computed(() =>
    (this.store.versions() ?? []).map((version) => ({
      ...version,
      by: byOf(version),
      isNow: version.version === this.store.section()?.version,
    })),
  );
}

const byOf = (version: VersionSummary): string => {
  const hand = handOf(version);
  return hand === 'model' && version.step === 'polish' ? 'polish' : hand;
};
