import { Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../../ui/button/button';
import { Empty } from '../../ui/empty/empty';
import { safeReturnUrl } from '../session/return-url';
import { Session } from '../session/session';

/** Shown when it can't be told whether somebody is signed in. Nothing is lost; one tries again. */
@Component({
  selector: 'tg-unavailable-page',
  imports: [Button, Empty, TranslocoDirective],
  template: `
    <div class="wide page" *transloco="let t; prefix: 'common.unavailable'">
      <h1 class="visually-hidden">{{ t('heading') }}</h1>
      <tg-empty icon="retry" [heading]="t('heading')">
        <p>{{ limited() ? t('limited') : t('text') }}</p>
        <button tgButton="primary" type="button" [busy]="busy()" (click)="retry()">
          {{ t('retry') }}
        </button>
      </tg-empty>
    </div>
  `,
})
export class UnavailablePage {
  readonly returnUrl = input<string>();
  readonly code = input<string>();

  private readonly router = inject(Router);
  private readonly session = inject(Session);
  protected readonly busy = signal(false);
  protected readonly limited = computed(() => this.code() === 'RATE_LIMITED');

  protected async retry(): Promise<void> {
    this.busy.set(true);
    const problem = await this.session.renew();
    this.busy.set(false);
    if (problem === null) await this.router.navigateByUrl(safeReturnUrl(this.returnUrl()));
  }
}
