import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective, TranslocoService } from '@jsverse/transloco';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { Locale } from '../i18n/locale';
import type { Problem } from './problem';

/** Says what went wrong, what is safe and what to do; offers a retry where the page has one. */
@Component({
  selector: 'tg-problem',
  imports: [Button, Notice, TranslocoDirective],
  template: `
    <tg-notice kind="danger" *transloco="let t; prefix: 'common.problem'">
      <p>
        {{ text() ?? t('UNKNOWN') }}
        @if (wait(); as when) {
          {{ t('wait', { when }) }}
        }
      </p>
      <ng-content />
      @if (retryable()) {
        <button tgButton="secondary" type="button" (click)="retry.emit()">{{ t('retry') }}</button>
      }
    </tg-notice>
  `,
})
export class ProblemNotice {
  readonly problem = input.required<Problem>();
  readonly retryable = input(false);
  readonly retry = output();

  private readonly transloco = inject(TranslocoService);
  private readonly locale = inject(Locale);

  private readonly tellsDetail = computed(
    () => this.locale.language() === 'en' && this.problem().detail !== '',
  );

  /**
   * The server explains in English and most exactly; elsewhere the translation of the reason comes
   * first, then that of the code.
   */
  protected readonly text = computed(() => {
    const { code, reason, detail } = this.problem();
    if (this.tellsDetail()) return detail;
    const byReason = reason === null ? undefined : this.translated(`common.reason.${reason}`);
    return byReason ?? this.translated(`common.problem.${code}`) ?? (detail || undefined);
  });

  /** How long the server asks to wait; its own words say it themselves. */
  protected readonly wait = computed(() => {
    const { retryAfter } = this.problem();
    if (retryAfter === null || this.tellsDetail()) return null;
    return this.locale.ago(new Date(Date.now() + retryAfter * 1000).toISOString());
  });

  private translated(key: string): string | undefined {
    const text = this.transloco.translate<string>(key, {}, this.locale.language());
    return text === key ? undefined : text;
  }
}
