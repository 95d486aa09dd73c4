import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../../ui/button/button';
import { Empty } from '../../ui/empty/empty';

/** Where one stands whose account is gone. */
@Component({
  selector: 'tg-farewell-page',
  imports: [Button, Empty, RouterLink, TranslocoDirective],
  template: `
    <div class="wide page" *transloco="let t; prefix: 'account.farewell'">
      <h1 class="visually-hidden">{{ t('heading') }}</h1>
      <tg-empty [heading]="t('heading')">
        <p>{{ t('text') }}</p>
        <a tgButton="primary" routerLink="/">{{ t('home') }}</a>
      </tg-empty>
    </div>
  `,
})
export class FarewellPage {}
