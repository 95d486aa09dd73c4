import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';

/** With the notice that the CPAL of citeproc-js wants to be shown. */
@Component({
  selector: 'tg-footer',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <footer class="wide site-footer-row" *transloco="let t; prefix: 'footer'">
      <p>{{ t('promise') }}</p>
      <p>
        {{ t('citations') }}
        <a href="https://citationstylist.org/" target="_blank" rel="noopener noreferrer"
          >citeproc-js, © Frank Bennett</a
        >
      </p>
      <p>
        <a routerLink="/privacy">{{ t('privacy') }}</a>
      </p>
      <p>
        <a href="/api/docs">{{ t('api') }}</a>
      </p>
    </footer>
  `,
  host: { class: 'site-footer' },
})
export class Footer {}
