import { Component, signal } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { ADMIN_AREAS } from './admin-areas';

/** The pages of the administration; on a phone behind a button, so that they do not fill it. */
@Component({
  selector: 'tg-admin-nav',
  imports: [Button, Icon, RouterLink, RouterLinkActive, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'admin'">
      <button
        tgButton="secondary"
        type="button"
        class="admin-nav-opener"
        aria-controls="admin-nav"
        [attr.aria-expanded]="open()"
        (click)="open.set(!open())"
      >
        <tg-icon name="menu" />{{ t('nav.open') }}
      </button>
      <nav id="admin-nav" [attr.aria-label]="t('nav.label')" [class.admin-nav-open]="open()">
        @for (area of areas; track area.name) {
          <h2 class="admin-nav-area">{{ t('nav.' + area.name) }}</h2>
          <ul>
            @for (page of area.pages; track page) {
              <li>
                <a
                  [routerLink]="['/admin', page]"
                  routerLinkActive="admin-nav-here"
                  ariaCurrentWhenActive="page"
                  (click)="open.set(false)"
                  >{{ t('titles.' + page) }}</a
                >
              </li>
            }
          </ul>
        }
      </nav>
    </ng-container>
  `,
  host: { class: 'admin-nav' },
})
export class AdminNav {
  protected readonly areas = ADMIN_AREAS;
  protected readonly open = signal(false);
}
