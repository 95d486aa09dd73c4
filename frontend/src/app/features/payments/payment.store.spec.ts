import { HttpTestingController, type TestRequest } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Payment, Pricing } from '../../api/generated/models';
import { provideTestApi } from '../../../testing/providers';
import { paymentRecord, pricingRecord } from '../../../testing/records';
import { settled } from '../../../testing/settled';
import { PaymentRequests } from './payment-requests';
import { PaymentStore } from './payment.store';

const API = '/api/v1/payment';
const CONFLICT = { status: 409, statusText: 'Conflict' };
const REFUSED = { status: 422, statusText: 'Unprocessable Content' };

describe('PaymentStore', () => {
  let store: PaymentStore;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideTestApi(), PaymentRequests, PaymentStore],
    });
    store = TestBed.inject(PaymentStore);
    http = TestBed.inject(HttpTestingController);
  });

  afterEach(() => {
    http.verify();
  });

  const tell = async (path: string, answer: object) => {
    http.expectOne(`${API}/${path}`).flush(answer);
    await settled();
  };
  const refuse = async (request: TestRequest, code: string, detail = 'No.') => {
    request.flush({ code, detail }, code === 'DISCOUNT_REFUSED' ? REFUSED : CONFLICT);
    await settled();
  };
  const quoteAsked = () => http.expectOne(`${API}/quote`);
  const history = (...items: Payment[]) =>
    tell('history?page=1&perPage=20&documentId=d1', { items, total: items.length });

  async function open(pricing: Partial<Pricing> = {}, paymentId?: string): Promise<void> {
    void store.open('d1', paymentId);
    await tell('pricing', pricingRecord(pricing));
  }

  async function offered(over: Partial<Payment> = {}, pricing: Partial<Pricing> = {}) {
    await open(pricing);
    quoteAsked().flush(paymentRecord(over));
    await settled();
  }

  it('asks for no offer where writing is free', async () => {
    await open({ enabled: false });
    expect(store.view()).toBe('free');
  });

  it('shows an offer', async () => {
    await offered();
    expect(store.view()).toBe('offer');
    expect(store.payment()?.amount).toBe(1000);
  });

  it('shows what is paid already, not what has lapsed since', async () => {
    await open();
    await refuse(quoteAsked(), 'ALREADY_PAID');
    const paid = paymentRecord({ id: 'p2', status: 'paid', jobId: 'j1' });
    await history(paymentRecord({ status: 'expired' }), paid);
    expect(store.view()).toBe('settled');
    expect(store.payment()?.id).toBe('p2');
  });

  it('keeps the offer when a code is refused, and says why', async () => {
    await offered();
    void store.discount('NOPE');
    const asked = quoteAsked();
    expect(asked.request.body).toEqual({ documentId: 'd1', discountCode: 'NOPE' });
    await refuse(asked, 'DISCOUNT_REFUSED', 'There is no such code.');
    expect(store.discountProblem()?.detail).toBe('There is no such code.');
    expect(store.payment()?.amount).toBe(1000);
    expect(store.problem()).toBeNull();
  });

  it('drops a code that works no longer, and says so', async () => {
    await open();
    await refuse(quoteAsked(), 'DISCOUNT_REFUSED');
    const again = quoteAsked();
    expect(again.request.body).toEqual({ documentId: 'd1', discountCode: null });
    again.flush(paymentRecord());
    await settled();
    expect(store.view()).toBe('offer');
    expect(store.discountProblem()?.code).toBe('DISCOUNT_REFUSED');
  });

  it('leads to the page to pay on', async () => {
    await offered();
    const way = store.payByCheckout();
    const due = { paymentId: 'p1', amount: 1000, currency: 'EUR' };
    await tell('create-checkout', { url: 'https://pay.example.org/1', ...due });
    await tell('p1', paymentRecord({ status: 'pending' }));
    expect(await way).toBe('https://pay.example.org/1');
  });

  it('leads nowhere when more is due than was on the screen, and shows that', async () => {
    await offered();
    const way = store.payByCheckout();
    const due = { paymentId: 'p2', amount: 1200, currency: 'EUR' };
    await tell('create-checkout', { url: 'https://pay.example.org/2', ...due });
    quoteAsked().flush(paymentRecord({ id: 'p2', status: 'pending', amount: 1200 }));
    expect(await way).toBeNull();
    expect(store.changed()).toBe(true);
    expect(store.payment()?.amount).toBe(1200);
  });

  it('opens the form for cards with the secret of the intent', async () => {
    await offered({}, { publishableKey: 'pk_test_1' });
    const opened = store.payByCard();
    const due = { paymentId: 'p1', amount: 1000, currency: 'EUR' };
    await tell('create-intent', { clientSecret: 'pi_1_secret_2', ...due });
    await tell('p1', paymentRecord({ status: 'pending' }));
    await opened;
    expect(store.card()).toEqual({ clientSecret: 'pi_1_secret_2', publishableKey: 'pk_test_1' });
  });

  it('accepts what costs nothing, and is done', async () => {
    await offered({ amount: 0, grantedPages: 20, grantedBy: 'allowance' });
    void store.accept();
    await tell('create-intent', {
      ...{ clientSecret: null, paymentId: 'p1', amount: 0, currency: 'EUR' },
    });
    await tell('p1', paymentRecord({ status: 'paid', amount: 0, jobId: 'j1' }));
    expect(store.view()).toBe('settled');
  });

  it('waits for the word of the bank, whatever an earlier attempt was', async () => {
    await open({}, 'p1');
    await tell('p1', paymentRecord({ status: 'failed' }));
    expect(store.view()).toBe('waiting');
  });

  it('takes no payment of another document for its own', async () => {
    await open({}, 'p9');
    await tell('p9', paymentRecord({ id: 'p9', documentId: 'd2', status: 'paid' }));
    quoteAsked().flush(paymentRecord());
    await settled();
    expect(store.view()).toBe('offer');
    expect(store.payment()?.id).toBe('p1');
  });
});
