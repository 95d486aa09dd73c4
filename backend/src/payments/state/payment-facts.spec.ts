import fc from 'fast-check';
import { balancesOf, difference, NOTHING } from '../ledger/ledger-targets';
import { joinFacts, type PaymentFacts } from './payment-facts';
import { canHappen, PAYMENT_STATES, stateAfter, type PaymentState } from './payment-state';
import { stateOf } from './state-of';

const PRICE = { amount: 1000, vat: 180, vatBasisPoints: 2200 };

const at = fc.integer({ min: 1, max: 6 });
const id = fc.constantFrom('a', 'b', 'c');
const reported = <Value extends string>(...values: Value[]) =>
  fc.record({ value: fc.constantFrom(...values), at });
const sums = <Value extends string>(amounts: Record<string, number>, ...values: Value[]) =>
  fc
    .tuple(id, reported(...values))
    .map(([key, report]) => ({ [key]: { ...report, amount: amounts[key] ?? 0 } }));

/** One report, as a webhook brings it. A refund and a dispute keep their amounts. */
const report: fc.Arbitrary<PaymentFacts> = fc.oneof(
  fc.record({ attempt: reported('offered', 'failed', 'expired') }),
  fc.record({ capturedAt: at }),
  fc.record({ refunds: sums({ a: 100, b: 250, c: 400 }, 'pending', 'succeeded', 'failed') }),
  fc.record({ refundedTotal: fc.constantFrom(100, 350, 750) }),
  fc.record({ disputes: sums({ a: 500, b: 20, c: 30 }, 'open', 'won', 'lost', 'harmless') }),
);
const reports = fc.array(report, { maxLength: 12 });

const fold = (facts: readonly PaymentFacts[]) => facts.reduce(joinFacts, {});

describe('what is known of a payment', () => {
  it('is the same for every order and number of repetitions', () => {
    const shuffled = reports.chain((ordered) =>
      fc.tuple(
        fc.constant(ordered),
        fc.shuffledSubarray(Array.from({ length: 5 }, () => ordered).flat(), {
          minLength: ordered.length * 5,
        }),
      ),
    );
    fc.assert(
      fc.property(shuffled, ([ordered, mixed]) => {
        const [one, other] = [fold(ordered), fold(mixed)];
        expect(other).toEqual(one);
        expect(stateOf(other, PRICE.amount)).toBe(stateOf(one, PRICE.amount));
        expect(balancesOf(other, PRICE)).toEqual(balancesOf(one, PRICE));
      }),
      { numRuns: 1000 },
    );
  });

  it('has a state by the table, and books that sum to zero', () => {
    fc.assert(
      fc.property(reports, (ordered) => {
        const facts = fold(ordered);
        expect(PAYMENT_STATES).toContain(stateOf(facts, PRICE.amount));
        const entries = difference(NOTHING, balancesOf(facts, PRICE));
        expect(entries.reduce((sum, [, amount]) => sum + amount, 0)).toBe(0);
      }),
      { numRuns: 1000 },
    );
  });
});

const refund = (amount: number, value: 'pending' | 'succeeded' | 'failed', when = 2) => ({
  amount,
  value,
  at: when,
});

describe('the state of a payment', () => {
  it.each<[PaymentState, PaymentFacts]>([
    ['quoted', {}],
    ['pending', { attempt: { value: 'offered', at: 1 } }],
    ['failed', { attempt: { value: 'failed', at: 1 } }],
    ['expired', { attempt: { value: 'expired', at: 1 } }],
    ['paid', { attempt: { value: 'failed', at: 9 }, capturedAt: 2 }],
    ['paid', { attempt: { value: 'expired', at: 9 }, capturedAt: 2 }],
    ['quoted', { refunds: { a: refund(1000, 'succeeded') } }],
    ['refunding', { capturedAt: 1, refunds: { a: refund(300, 'pending') } }],
    ['partially_refunded', { capturedAt: 1, refunds: { a: refund(300, 'succeeded') } }],
    ['partially_refunded', { capturedAt: 1, refundedTotal: 300 }],
    [
      'refunding',
      { capturedAt: 1, refunds: { a: refund(300, 'succeeded'), b: refund(700, 'pending') } },
    ],
    [
      'refunded',
      { capturedAt: 1, refunds: { a: refund(300, 'succeeded'), b: refund(700, 'succeeded') } },
    ],
    ['refunded', { capturedAt: 1, refundedTotal: 1000 }],
    ['paid', { capturedAt: 1, refundedTotal: 1000, refunds: { a: refund(1000, 'failed') } }],
    ['paid', { capturedAt: 1, refunds: { a: refund(1000, 'failed') } }],
    ['disputed', { capturedAt: 1, disputes: { a: { amount: 1000, value: 'open', at: 3 } } }],
    ['won', { capturedAt: 1, disputes: { a: { amount: 1000, value: 'won', at: 3 } } }],
    ['lost', { capturedAt: 1, disputes: { a: { amount: 1000, value: 'lost', at: 3 } } }],
    ['paid', { capturedAt: 1, disputes: { a: { amount: 1000, value: 'harmless', at: 3 } } }],
  ])('is %s of %j', (state, facts) => {
    expect(stateOf(facts, 1000)).toBe(state);
  });

  it('never leaves what is paid for what is not', () => {
    const unpaid = ['quoted', 'pending', 'failed', 'expired'] as const;
    for (const state of PAYMENT_STATES) {
      if (unpaid.some((one) => one === state)) continue;
      for (const happening of ['offered', 'attempt failed', 'expired', 'captured'] as const) {
        expect(canHappen(state, happening)).toBe(false);
        expect(() => stateAfter(state, happening)).toThrow(`cannot be ${happening}`);
      }
    }
  });
});
