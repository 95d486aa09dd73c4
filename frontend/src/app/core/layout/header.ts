import { Component, inject, signal } from '@angular/core';
import { Router, RouterLink, RouterLinkActive } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';
import { Notice } from '../../ui/notice/notice';
import { Session } from '../session/session';
import { LanguagePicker } from './language-picker';
import { ThemeToggle } from './theme-toggle';

@Component({
  selector: 'tg-header',
  imports: [
    Button,
    Icon,
    LanguagePicker,
    Notice,
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
  /** The last sign-out has not reached the server. */
  protected readonly untold = signal(false);

  protected async signOut(): Promise<void> {
    this.signingOut.set(true);
    // the landing page first: pages of the session must not see it end under them
    if (await this.leavesPage()) this.untold.set((await this.session.signOut()) !== null);
    this.signingOut.set(false);
  }

  /** False when the reader would rather stay with what is not saved. */
  private async leavesPage(): Promise<boolean> {
    try {
      return (await this.router.navigateByUrl('/')) || this.router.url === '/';
    } catch {
      return true; // offline the page may not load, which keeps nobody signed in
    }
  }
}
