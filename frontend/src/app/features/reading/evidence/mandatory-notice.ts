import { Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { UncitedMandatorySource } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { Notice } from '../../../ui/notice/notice';
import { SourcesStore } from '../../sources/sources.store';

/** Sources that are to be cited and are cited nowhere, each with what to do. */
@Component({
  selector: 'tg-mandatory-notice',
  imports: [Notice, RouterLink, TranslocoDirective],
  template: `
    <tg-notice
      kind="warning"
      *transloco="let t; prefix: 'reading.evidence'"
      [heading]="
        t(locale.plural('mandatory', uncited().length), { n: locale.number(uncited().length) })
      "
    >
      <ul class="stack mandatory-list">
        @for (one of shown(); track one.key) {
          <li>
            <p class="mandatory-title">{{ one.title }}</p>
            <p class="small">{{ t('mandatoryDo.' + one.reason, { key: one.key }) }}</p>
          </li>
        }
      </ul>
      <a routerLink="../sources">{{ t('toSources') }}</a>
    </tg-notice>
  `,
})
export class MandatoryNotice {
  readonly uncited = input.required<readonly UncitedMandatorySource[]>();

  protected readonly locale = inject(Locale);
  private readonly sources = inject(SourcesStore).sources;

  protected readonly shown = computed(() =>
    this.uncited().map(({ key, reason }) => ({
      ...{ key, reason },
      title: this.sources()?.find((source) => source.key === key)?.title ?? key,
    })),
  );
}
