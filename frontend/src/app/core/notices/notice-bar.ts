import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { LocalText } from '../../api/generated/models';
import { Notice } from '../../ui/notice/notice';
import { Locale } from '../i18n/locale';
import { NoticesStore } from './notices.store';

/** Maintenance and announcements, above every page of who is signed in. */
@Component({
  selector: 'tg-notice-bar',
  imports: [Notice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'common.notices'">
      @if (store.notices(); as notices) {
        @if (notices.maintenance; as maintenance) {
          <tg-notice kind="warning" [heading]="t('maintenanceHeading')">
            <p>{{ inLanguage(maintenance.message) ?? t('maintenance') }}</p>
          </tg-notice>
        } @else if (!notices.generation) {
          <tg-notice kind="warning">{{ t('noGeneration') }}</tg-notice>
        }
        @if (announcement(); as text) {
          <tg-notice>{{ text }}</tg-notice>
        }
      }
    </ng-container>
  `,
  host: { class: 'wide notice-bar stack' },
  providers: [NoticesStore],
})
export class NoticeBar {
  private readonly locale = inject(Locale);
  protected readonly store = inject(NoticesStore);

  protected readonly announcement = computed(() =>
    this.inLanguage(this.store.notices()?.announcement ?? null),
  );

  /** The text of the reader's language, else one of another. */
  protected inLanguage(text: LocalText | null): string | undefined {
    if (text === null) return undefined;
    return text[this.locale.language()] ?? text.en ?? text.uk ?? text.it;
  }
}
