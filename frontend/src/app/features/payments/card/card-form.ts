import {
  Component,
  computed,
  DestroyRef,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  output,
  signal,
  viewChild,
  afterNextRender,
} from '@angular/core';
import type { Appearance, Stripe, StripeElements } from '@stripe/stripe-js';
import { TranslocoDirective } from '@jsverse/transloco';
import type { PaymentSummary } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { Theme } from '../../../core/theme/theme';
import { Button } from '../../../ui/button/button';
import { Notice } from '../../../ui/notice/notice';
import type { CardPayment } from '../payment.store';
import { cardLook } from './card-look';
import { stripeJs } from './stripe-js';

/** Stripe's Payment Element: what is typed in it goes to Stripe and never comes here. */
@Component({
  selector: 'tg-card-form',
  imports: [Button, Notice, TranslocoDirective],
  templateUrl: './card-form.html',
})
export class CardForm {
  readonly card = input.required<CardPayment>();
  readonly payment = input.required<PaymentSummary>();
  /** The amount, in words. */
  readonly due = input.required<string>();
  readonly paid = output();

  private readonly document = inject(DOCUMENT);
  private readonly locale = inject(Locale);
  private readonly theme = inject(Theme);
  private readonly heading = viewChild.required<ElementRef<HTMLElement>>('heading');
  private readonly place = viewChild.required<ElementRef<HTMLElement>>('place');
  private form: { stripe: Stripe; elements: StripeElements } | null = null;
  private gone = false;

  protected readonly state = signal<'loading' | 'ready' | 'paying' | 'absent'>('loading');
  /** Why a card was refused, in Stripe's words, which are the reader's language. */
  protected readonly refusal = signal<string | null>(null);
  protected readonly busy = computed(() => this.state() === 'paying');

  constructor() {
    afterNextRender(() => {
      // what was pressed to open it has gone
      this.heading().nativeElement.focus({ preventScroll: true });
      void this.mount();
    });
    const injector = inject(Injector);
    effect(() => {
      this.theme.current();
      // once the page itself has changed
      afterNextRender({ read: () => this.repaint() }, { injector });
    });
    inject(DestroyRef).onDestroy(() => {
      this.gone = true;
      this.form?.elements.getElement('payment')?.destroy();
    });
  }

  protected async mount(): Promise<void> {
    const { clientSecret, publishableKey } = this.card();
    const window = this.document.defaultView;
    if (window === null) return;
    this.state.set('loading');
    let stripe: Stripe;
    try {
      stripe = await stripeJs(window, publishableKey, this.locale.language());
    } catch {
      this.state.set('absent');
      return;
    }
    if (this.gone) return;
    const elements = stripe.elements({ clientSecret, appearance: this.look() });
    const element = elements.create('payment');
    element.on('ready', () => {
      this.state.set('ready');
    });
    element.on('loaderror', () => {
      this.state.set('absent');
    });
    this.form = { stripe, elements };
    element.mount(this.place().nativeElement);
  }

  protected async pay(event: Event): Promise<void> {
    event.preventDefault();
    if (this.form === null || this.state() !== 'ready') return;
    const { stripe, elements } = this.form;
    this.state.set('paying');
    this.refusal.set(null);
    const { error } = await stripe.confirmPayment({
      elements,
      confirmParams: { return_url: this.returnUrl() },
      redirect: 'if_required',
    });
    this.state.set('ready');
    if (error === undefined) this.paid.emit();
    else this.refusal.set(error.message ?? '');
  }

  private repaint(): void {
    this.form?.elements.update({ appearance: this.look() });
  }

  private look(): Appearance {
    return cardLook(this.place().nativeElement, this.theme.current() === 'dark');
  }

  /** For banks that want to be asked on a page of their own. */
  private returnUrl(): string {
    const { documentId, id } = this.payment();
    const { origin } = this.document.location;
    return `${origin}/documents/${documentId}/payment?payment=${id}`;
  }
}
