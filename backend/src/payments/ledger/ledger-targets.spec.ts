import { balancesOf } from './ledger-targets';
import type { PaymentFacts } from '../state/payment-facts';

const PRICE = { amount: 1000, vat: 180, vatBasisPoints: 2200 };
const at = 2;

describe('the books of a payment', () => {
  it.each<[string, PaymentFacts, object]>([
    ['unpaid', { attempt: { value: 'failed', at } }, { stripe_balance: 0, sales: 0 }],
    ['paid', { capturedAt: 1 }, { stripe_balance: 1000, sales: -820, vat_payable: -180 }],
    [
      'a refund in part',
      { capturedAt: 1, refunds: { a: { amount: 500, value: 'succeeded', at } } },
      { stripe_balance: 500, sales: -820, vat_payable: -90, refunds: 410 },
    ],
    [
      'thirds that make a whole',
      {
        capturedAt: 1,
        refunds: {
          a: { amount: 333, value: 'succeeded', at },
          b: { amount: 333, value: 'succeeded', at },
          c: { amount: 334, value: 'succeeded', at },
        },
      },
      { stripe_balance: 0, vat_payable: 0, refunds: 820 },
    ],
    [
      'a refund that failed',
      { capturedAt: 1, refunds: { a: { amount: 500, value: 'failed', at } } },
      { stripe_balance: 1000, refunds: 0 },
    ],
    [
      'an open dispute',
      { capturedAt: 1, disputes: { d: { amount: 1000, value: 'open', at } } },
      { stripe_balance: 0, disputed: 1000 },
    ],
    [
      'a lost dispute',
      { capturedAt: 1, disputes: { d: { amount: 1000, value: 'lost', at } } },
      { stripe_balance: 0, disputed: 0, dispute_losses: 1000 },
    ],
    [
      'a won dispute',
      { capturedAt: 1, disputes: { d: { amount: 1000, value: 'won', at } } },
      { stripe_balance: 1000, disputed: 0, dispute_losses: 0 },
    ],
  ])('of %s', (_, facts, expected) => {
    const balances = balancesOf(facts, PRICE);
    expect(balances).toMatchObject(expected);
    expect(Object.values(balances).reduce((sum, amount) => sum + amount, 0)).toBe(0);
  });
});
