import { Component, effect, inject, input, untracked } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Document as Thesis } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { Notice } from '../../../ui/notice/notice';
import { EstimateStore } from './estimate.store';

const MINUTE = 60;

/** Says before the writing starts how much it is, how long it takes and what it uses. */
@Component({
  selector: 'tg-estimate-panel',
  imports: [Notice, TranslocoDirective],
  templateUrl: './estimate-panel.html',
  providers: [EstimateStore],
  host: { class: 'estimate' },
})
export class EstimatePanel {
  readonly document = input.required<Thesis>();

  protected readonly locale = inject(Locale);
  protected readonly store = inject(EstimateStore);

  constructor() {
    effect(() => {
      const { id } = this.document();
      untracked(() => void this.store.load(id));
    });
  }

  protected isSoon(seconds: number): boolean {
    return seconds < MINUTE;
  }
}
