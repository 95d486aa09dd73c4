import { Component } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';

@Component({
  selector: 'tg-footer',
  imports: [TranslocoDirective],
  template: `
    <footer class="wide site-footer-row" *transloco="let t; prefix: 'footer'">
      <p>{{ t('promise') }}</p>
      <p>
        <a href="/api/docs">{{ t('api') }}</a>
      </p>
    </footer>
  `,
  host: { class: 'site-footer' },
})
export class Footer {}
