import { Component, inject, input, linkedSignal, output, signal } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AdminUserDetails } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { UserStore } from './user.store';

/** How many tokens a day an account may use: of its own, or as everybody. */
@Component({
  selector: 'tg-allowance-form',
  imports: [Button, Field, FieldControl, ProblemNotice, TranslocoDirective],
  template: `
    <form
      class="sheet stack"
      novalidate
      *transloco="let t; prefix: 'adminPeople.users'"
      (submit)="save($event)"
    >
      <h2>{{ t('allowance') }}</h2>
      <tg-field
        class="admin-short"
        [label]="t('allowanceLabel')"
        [hint]="t('allowanceHint')"
        [error]="wrong() ? t('allowanceWrong') : undefined"
      >
        <input
          #limit
          tgControl
          inputmode="numeric"
          autocomplete="off"
          [value]="typed()"
          (input)="typed.set(limit.value)"
        />
      </tg-field>
      @if (store.saving.problem(); as problem) {
        <tg-problem [problem]="problem" />
      }
      <div class="row">
        <button tgButton="secondary" type="submit" [busy]="store.saving.busy()">
          {{ t('allowanceSave') }}
        </button>
      </div>
    </form>
  `,
})
export class AllowanceForm {
  readonly user = input.required<AdminUserDetails>();
  readonly saved = output();

  protected readonly locale = inject(Locale);
  protected readonly store = inject(UserStore);
  protected readonly typed = linkedSignal(() => String(this.user().dailyTokenLimit ?? ''));
  protected readonly wrong = signal(false);

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    const typed = this.typed().replace(/\s/g, '');
    this.wrong.set(!/^\d{0,12}$/.test(typed));
    if (this.wrong()) return;
    if (await this.store.setAllowance(typed === '' ? null : Number(typed))) this.saved.emit();
  }
}
