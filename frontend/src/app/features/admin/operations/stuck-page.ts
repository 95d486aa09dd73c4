import { Component, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { UrlQuery } from '../shared/url-query';
import { stuckColumns } from './job-columns';
import { JobList } from './job-list';
import { SILENCES, StuckJobsStore } from './jobs.store';

/** Jobs that somebody should look into. */
@Component({
  selector: 'tg-stuck-page',
  imports: [Field, FieldControl, JobList, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'adminRunning.stuck'">
      <div class="admin-head">
        <h1>{{ t('heading') }}</h1>
        <p class="soft">{{ t('text') }}</p>
      </div>
      <div class="admin-filters">
        <tg-field [label]="t('silence')">
          <select #silence tgControl (change)="url.set({ minutes: silence.value || null })">
            <option value="" [selected]="url.get('minutes') === undefined">{{ t('usual') }}</option>
            @for (one of silences; track one) {
              <option [value]="one" [selected]="url.get('minutes') === one">
                {{ t('minutes', { n: one }) }}
              </option>
            }
          </select>
        </tg-field>
      </div>
      <tg-job-list scope="adminRunning.stuck" [list]="store.list" [columns]="columns" />
    </ng-container>
  `,
  providers: [UrlQuery, StuckJobsStore],
})
export class StuckPage {
  protected readonly url = inject(UrlQuery);
  protected readonly store = inject(StuckJobsStore);
  protected readonly columns = stuckColumns(inject(Locale));
  protected readonly silences = SILENCES;
}
