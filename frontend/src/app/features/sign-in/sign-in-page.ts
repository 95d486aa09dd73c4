import { Component, inject, input, signal } from '@angular/core';
import { email, form, FormField, FormRoot, maxLength, required } from '@angular/forms/signals';
import { Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { fieldError } from '../../core/forms/field-error';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Field } from '../../ui/field/field';
import { FieldControl } from '../../ui/field/field-control';
import { Notice } from '../../ui/notice/notice';
import { SignInCode } from './sign-in-code';
import { SignInStore } from './sign-in.store';

@Component({
  selector: 'tg-sign-in-page',
  imports: [
    Button,
    Field,
    FieldControl,
    FormField,
    FormRoot,
    Notice,
    ProblemNotice,
    RouterLink,
    SignInCode,
    TranslocoDirective,
  ],
  templateUrl: './sign-in-page.html',
  providers: [SignInStore],
  host: { '(window:storage)': 'onStorage($event)' },
})
export class SignInPage {
  readonly returnUrl = input<string>();
  /** Set when a session came to its end and brought the reader here. */
  readonly ended = input<string>();

  private readonly router = inject(Router);
  protected readonly store = inject(SignInStore);
  protected readonly fieldError = fieldError;

  private readonly model = signal({ email: '' });
  protected readonly form = form(
    this.model,
    (path) => {
      required(path.email);
      email(path.email);
      maxLength(path.email, 254);
    },
    { submission: { action: () => this.requestMail() } },
  );

  protected async requestMail(): Promise<undefined> {
    await this.store.requestMail(this.model().email.trim(), this.returnUrl());
  }

  protected async redeem(code: string): Promise<void> {
    await this.leave(await this.store.redeem({ email: this.store.sentTo() ?? '', code }));
  }

  protected async onStorage(event: StorageEvent): Promise<void> {
    if (event.key !== 'tesigo.signed-in' || event.newValue === null) return;
    await this.leave(await this.store.joinOtherTab());
  }

  private async leave(url: string | null): Promise<void> {
    if (url !== null) await this.router.navigateByUrl(url);
  }
}
