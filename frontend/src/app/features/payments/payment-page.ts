import {
  afterNextRender,
  Component,
  computed,
  DOCUMENT,
  effect,
  type ElementRef,
  inject,
  Injector,
  input,
  untracked,
  viewChild,
  ViewEncapsulation,
} from '@angular/core';
import { ActivatedRoute, Router, RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import { ProblemNotice } from '../../core/problem/problem-notice';
import { Button } from '../../ui/button/button';
import { Empty } from '../../ui/empty/empty';
import { Notice } from '../../ui/notice/notice';
import { Progress } from '../../ui/progress/progress';
import { SourcesStore } from '../sources/sources.store';
import { DocumentStore } from '../workspace/document.store';
import { PaymentRequests } from './payment-requests';
import { PaymentStore } from './payment.store';
import { Offer } from './quote/offer';
import { SettledPayment } from './settled-payment';

/** The payment of the open document. Stripe's own page comes back to it. */
@Component({
  selector: 'tg-payment-page',
  imports: [
    Button,
    Empty,
    Notice,
    Offer,
    ProblemNotice,
    Progress,
    RouterLink,
    SettledPayment,
    TranslocoDirective,
  ],
  templateUrl: './payment-page.html',
  styleUrl: './payments.css',
  encapsulation: ViewEncapsulation.None,
  providers: [PaymentRequests, PaymentStore],
  host: { '(click)': 'acted = true' },
})
export class PaymentPage {
  /** The id of the payment that the reader comes back from. */
  readonly payment = input<string>();

  private readonly document = inject(DOCUMENT);
  private readonly router = inject(Router);
  /** What Stripe adds to the address when it leads back from a bank's page. */
  private readonly arrival = inject(ActivatedRoute).snapshot.queryParamMap;
  private readonly documents = inject(DocumentStore);
  private readonly sources = inject(SourcesStore);
  protected readonly store = inject(PaymentStore);

  private readonly documentId = computed(() => this.documents.document()?.id);
  /** Nothing could be written from. */
  protected readonly unready = computed(
    () => this.store.view() === 'offer' && this.sources.total() === 0,
  );
  /** The prices, when they are not for a document of this length. */
  protected readonly unsold = computed(() => {
    const prices = this.store.prices();
    const pages = this.documents.document()?.targetPages;
    if (prices === null || pages === undefined) return null;
    return pages < prices.minPages || pages > prices.maxPages ? prices : null;
  });

  private readonly heading = viewChild<ElementRef<HTMLElement>>('heading');
  /** The reader has pressed something here. */
  protected acted = false;

  constructor() {
    const injector = inject(Injector);
    effect(() => {
      const id = this.documentId();
      if (id === undefined) return;
      untracked(() => void this.open(id));
    });
    effect(() => {
      // what has begun by itself changes the document
      if (this.store.payment()?.jobId) untracked(() => void this.documents.reload());
    });
    effect(() => {
      this.store.view();
      this.store.payment();
      if (this.acted) afterNextRender({ read: () => this.keepFocus() }, { injector });
    });
    afterNextRender(() => {
      this.forgetSecrets();
    });
  }

  protected async leave(): Promise<void> {
    const url = await this.store.payByCheckout();
    if (url !== null) this.document.location.assign(url);
  }

  protected async retry(): Promise<void> {
    const id = this.documentId();
    if (id !== undefined) await this.open(id);
  }

  private open(documentId: string): Promise<void> {
    const refused = this.arrival.get('redirect_status') === 'failed';
    return this.store.open(documentId, refused ? undefined : this.payment());
  }

  /** What was pressed may be gone with what it was for, and takes the focus along. */
  private keepFocus(): void {
    const { activeElement, body } = this.document;
    if (activeElement === body) this.heading()?.nativeElement.focus({ preventScroll: true });
  }

  /** The secret of an intent is not for the address, where it would be kept in the history. */
  private forgetSecrets(): void {
    if (!this.arrival.has('payment_intent_client_secret')) return;
    const queryParams = { payment: this.payment() };
    void this.router.navigate([], { queryParams, replaceUrl: true });
  }
}
