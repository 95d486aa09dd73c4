import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '../../../../core/problem/problem-notice';
import { Button } from '../../../../ui/button/button';
import { Notice } from '../../../../ui/notice/notice';
import { SuggestionReview } from './suggestion-review';

const OFFLINE = 'offline';

/** How far another wording is, and what to do with it. */
@Component({
  selector: 'tg-suggestion-bar',
  imports: [Button, Notice, ProblemNotice, TranslocoDirective],
  templateUrl: './suggestion-bar.html',
  host: { class: 'suggestion-bar' },
})
export class SuggestionBar {
  protected readonly review = inject(SuggestionReview);
  protected readonly store = this.review.store;
  protected readonly tracked = this.review.tracked;

  protected readonly byOffline = computed(() => this.store.current()?.writer === OFFLINE);
  /** Some of it, while the rest is still shown. */
  protected readonly partlyUnfit = computed(() => (this.tracked()?.unfit.length ?? 0) > 0);
  protected readonly place = computed(() => {
    const { active = 0, changes = [] } = this.tracked() ?? {};
    return { n: active + 1, total: changes.length };
  });
}
