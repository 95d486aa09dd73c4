import {
  afterNextRender,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  linkedSignal,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { AdminRefund } from '../../../api/generated/models';
import { decimalsOf, toMinorUnits, toUnits } from '../../../core/i18n/currency';
import { Locale } from '../../../core/i18n/locale';
import type { Problem } from '../../../core/problem/problem';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Dialog } from '../../../ui/dialog/dialog';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';

export interface Decision {
  /** Minor units; null when nothing goes back. */
  amount: number | null;
  reason: string;
}

const SHORTEST = 3;
const CHOICES = ['approve', 'reject'] as const;

/** Decides about a refund: all of it, a part, or nothing. Money moves only after a second word. */
@Component({
  selector: 'tg-refund-decision',
  imports: [Button, Dialog, Field, FieldControl, ProblemNotice, TranslocoDirective],
  templateUrl: './refund-decision.html',
})
export class RefundDecision {
  /** Null closes the window. */
  readonly refund = input.required<AdminRefund | null>();
  readonly busy = input(false);
  readonly problem = input<Problem | null>(null);
  readonly decided = output<Decision>();
  readonly closed = output();

  protected readonly locale = inject(Locale);
  protected readonly choice = signal<(typeof CHOICES)[number]>('approve');
  protected readonly choices = CHOICES;
  protected readonly reason = signal('');
  /** In whole units of the currency, as typed. */
  protected readonly typed = linkedSignal(() => {
    const payment = this.refund()?.payment;
    if (payment === undefined) return '';
    return toUnits(payment.refundable, payment.currency).toFixed(decimalsOf(payment.currency));
  });
  /** The form was sent, and is asked about once more. */
  protected readonly confirming = signal(false);
  private readonly sent = signal(false);
  private readonly injector = inject(Injector);
  private readonly last = viewChild<ElementRef<HTMLElement>>('last');

  protected readonly amount = computed(() => {
    const payment = this.refund()?.payment;
    const units = Number(this.typed().trim().replace(',', '.'));
    if (payment === undefined || this.typed().trim() === '' || Number.isNaN(units)) return null;
    return toMinorUnits(units, payment.currency);
  });
  protected readonly wrongAmount = computed(() => {
    const amount = this.amount();
    const most = this.refund()?.payment.refundable ?? 0;
    return this.choice() === 'approve' && (amount === null || amount < 1 || amount > most);
  });
  protected readonly tooShort = computed(() => this.reason().trim().length < SHORTEST);
  protected readonly amountError = computed(() => this.sent() && this.wrongAmount());
  protected readonly reasonError = computed(() => this.sent() && this.tooShort());

  constructor() {
    effect(() => {
      this.refund();
      this.choice.set('approve');
      this.reason.set('');
      this.confirming.set(false);
      this.sent.set(false);
    });
    effect(() => {
      if (this.problem() !== null) this.confirming.set(false);
    });
  }

  protected money(amount: number): string {
    return this.locale.money(amount, this.refund()?.payment.currency ?? 'EUR');
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.sent.set(true);
    if (this.wrongAmount() || this.tooShort()) return;
    if (this.choice() === 'approve') this.confirm();
    else this.decide(null);
  }

  protected decide(amount: number | null): void {
    if (!this.busy()) this.decided.emit({ amount, reason: this.reason().trim() });
  }

  protected leave(open: boolean): void {
    if (!open) this.closed.emit();
  }

  /** What was pressed goes away, and must not take the focus along. */
  private confirm(): void {
    this.confirming.set(true);
    const focus = () => this.last()?.nativeElement.focus();
    afterNextRender({ read: focus }, { injector: this.injector });
  }
}
