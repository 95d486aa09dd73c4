import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../../ui/button/button';
import { Empty } from '../../ui/empty/empty';

@Component({
  selector: 'tg-not-found-page',
  imports: [Button, Empty, RouterLink, TranslocoDirective],
  template: `
    <div class="wide page" *transloco="let t; prefix: 'common.notFound'">
      <h1 class="visually-hidden">{{ t('heading') }}</h1>
      <tg-empty [heading]="t('heading')">
        <p>{{ t('text') }}</p>
        <a tgButton="primary" routerLink="/documents">{{ t('home') }}</a>
      </tg-empty>
    </div>
  `,
})
export class NotFoundPage {}
