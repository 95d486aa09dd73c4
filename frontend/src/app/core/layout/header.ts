import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { Session } from '../session/session';
import { LanguagePicker } from './language-picker';
import { ThemeToggle } from './theme-toggle';

@Component({
  selector: 'tg-header',
  imports: [
    Button,
    Icon,
    LanguagePicker,
    RouterLink,
    RouterLinkActive,
    ThemeToggle,
    TranslocoDirective,
  ],
  templateUrl: './header.html',
  host: { class: 'site-header' },
})
export class Header {
  private readonly router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly signingOut = signal(false);

  protected async signOut(): Promise<void> {
    this.signingOut.set(true);
    try {
      // the landing page first: pages of the session must not see it end under them
      await this.router.navigateByUrl('/');
      await this.session.signOut();
    } finally {
      this.signingOut.set(false);
    }
  }
}
