import { Location } from '@angular/common';
import { Component, inject } from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Notice } from '../../ui/notice/notice';
import { SignInStore } from './sign-in.store';

/**
 * Where the link of the mail leads. Signing in takes a click, since mail scanners open links too;
 * the token stands in the fragment, which no server sees, and leaves the address bar at once.
 */
@Component({
  selector: 'tg-verify-page',
  imports: [Button, Notice, ProblemNotice, RouterLink, TranslocoDirective],
  templateUrl: './verify-page.html',
  providers: [SignInStore],
})
export class VerifyPage {
  private readonly router = inject(Router);
  protected readonly store = inject(SignInStore);
  protected readonly token = new URLSearchParams(
    inject(ActivatedRoute).snapshot.fragment ?? '',
  ).get('token');

  constructor() {
    inject(Location).replaceState('/auth/verify');
  }

  protected async signIn(token: string): Promise<void> {
    const url = await this.store.redeem({ token });
    if (url !== null) await this.router.navigateByUrl(url, { replaceUrl: true });
  }
}
