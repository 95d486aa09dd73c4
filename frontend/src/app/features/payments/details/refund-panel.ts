import {
  afterNextRender,
  Component,
  computed,
  type ElementRef,
  inject,
  Injector,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Payment } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Button } from '../../../ui/button/button';
import { Field } from '../../../ui/field/field';
import { FieldControl } from '../../../ui/field/field-control';
import { PaymentDetailsStore } from './payment-details.store';
import { RefundItem } from './refund-item';

const SHORTEST = 3;

/** The refunds of a payment, and the request for one. */
@Component({
  selector: 'tg-refund-panel',
  imports: [Button, Field, FieldControl, ProblemNotice, RefundItem, TranslocoDirective],
  templateUrl: './refund-panel.html',
})
export class RefundPanel {
  readonly payment = input.required<Payment>();

  protected readonly locale = inject(Locale);
  protected readonly store = inject(PaymentDetailsStore);
  protected readonly asking = signal(false);
  protected readonly reason = signal('');
  protected readonly tooShort = signal(false);
  protected readonly offered = computed(
    () => this.payment().refundable > 0 && this.store.openRefund() === undefined,
  );
  protected readonly refundable = computed(() =>
    this.locale.money(this.payment().refundable, this.payment().currency),
  );

  private readonly injector = inject(Injector);
  private readonly text = viewChild<ElementRef<HTMLElement>>('text');
  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    const reason = this.reason().trim();
    this.tooShort.set(reason.length < SHORTEST);
    if (this.tooShort() || !(await this.store.askBack(reason))) return;
    this.asking.set(false);
    this.reason.set('');
    this.focusHeading();
  }

  protected ask(): void {
    this.asking.set(true);
    const focus = () => this.text()?.nativeElement.focus();
    afterNextRender({ read: focus }, { injector: this.injector });
  }

  protected leave(): void {
    this.asking.set(false);
    this.focusHeading();
  }

  protected change(reason: string): void {
    this.reason.set(reason);
    this.tooShort.set(false);
  }

  /** The form goes away, and must not take the focus along. */
  private focusHeading(): void {
    this.heading()?.nativeElement.focus({ preventScroll: true });
  }
}
