import { Component, effect, input, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Problem } from '../../../core/problem/problem';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Dialog } from '../../../ui/dialog/dialog';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';

export type UserAct = 'block' | 'unblock' | 'promote' | 'demote' | 'signOut';

/** Says what an act does to an account before it is done; blocking takes a reason. */
@Component({
  selector: 'tg-user-dialog',
  imports: [Button, Dialog, Field, FieldControl, ProblemNotice, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'adminPeople.users'">
      <tg-dialog
        [open]="act() !== null"
        [heading]="act() ? t('ask.' + act()) : ''"
        [closeLabel]="t('close')"
        (openChange)="leave($event)"
      >
        @if (act(); as one) {
          <form class="stack" (submit)="send($event)">
            <p>
              <b>{{ email() }}</b>
            </p>
            <p>{{ t('meaning.' + one) }}</p>
            @if (one === 'block') {
              <tg-field [label]="t('reason')" [hint]="t('reasonHint')">
                <textarea
                  #text
                  tgControl
                  maxlength="500"
                  rows="3"
                  [value]="reason()"
                  (input)="reason.set(text.value)"
                ></textarea>
              </tg-field>
            }
            @if (problem(); as problem) {
              <tg-problem [problem]="problem" />
            }
            <div class="row">
              <button
                type="submit"
                [tgButton]="one === 'block' ? 'danger' : 'primary'"
                [busy]="busy()"
              >
                {{ t('acts.' + one) }}
              </button>
              <button tgButton="quiet" type="button" (click)="closed.emit()">
                {{ t('leave') }}
              </button>
            </div>
          </form>
        }
      </tg-dialog>
    </ng-container>
  `,
})
export class UserDialog {
  /** Null closes the window. */
  readonly act = input.required<UserAct | null>();
  readonly email = input.required<string>();
  readonly busy = input(false);
  readonly problem = input<Problem | null>(null);
  /** With the reason; empty where none is asked for. */
  readonly confirmed = output<string>();
  readonly closed = output();

  protected readonly reason = signal('');

  constructor() {
    effect(() => {
      this.act();
      this.reason.set('');
    });
  }

  protected send(event: Event): void {
    event.preventDefault();
    if (!this.busy()) this.confirmed.emit(this.reason().trim());
  }

  protected leave(open: boolean): void {
    if (!open) this.closed.emit();
  }
}
