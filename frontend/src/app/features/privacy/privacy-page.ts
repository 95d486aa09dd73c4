import { Component, inject } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Session } from '../../core/session/session';

/** Goes up with the texts: accounts keep a record of the version that they were told of. */
const VERSION = 1;

/** What is kept of people, in plain words (GDPR, Article 13). */
@Component({
  selector: 'tg-privacy-page',
  imports: [RouterLink, TranslocoDirective],
  template: `
    <div class="wide page" *transloco="let t; prefix: 'privacy'">
      <article class="stack measure">
        <h1>{{ t('heading') }}</h1>
        <p class="lead">{{ t('lead') }}</p>
        @for (part of parts; track part) {
          <section>
            <h2>{{ t('parts.' + part + '.name') }}</h2>
            <p>{{ t('parts.' + part + '.text') }}</p>
          </section>
        }
        <p class="small soft">{{ t('version', { version }) }}</p>
        @if (session.state() === 'signed-in') {
          <p>
            <a routerLink="/account">{{ t('account') }}</a>
          </p>
        }
      </article>
    </div>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--space-2);
    }
  `,
})
export class PrivacyPage {
  protected readonly session = inject(Session);
  protected readonly version = VERSION;
  protected readonly parts = [
    ...['account', 'documents', 'model', 'sources', 'payments'],
    ...['security', 'mails', 'cookies', 'backups', 'rights'],
  ];
}
