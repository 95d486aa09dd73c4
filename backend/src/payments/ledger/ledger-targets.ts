import type { Price } from '../pricing/price';
import { vatWithin } from '../pricing/price';
import { type PaymentFacts, sumsOf } from '../state/payment-facts';

/**
 * Accounts of the books. Debits are positive: what Stripe holds for us, what is disputed, losses and
 * refunds; credits negative: sales and the VAT that is owed.
 */
export const LEDGER_ACCOUNTS = [
  'stripe_balance',
  'sales',
  'vat_payable',
  'refunds',
  'disputed',
  'dispute_losses',
] as const;

export type LedgerAccount = (typeof LEDGER_ACCOUNTS)[number];

/** Signed minor units by account; they sum to zero. */
export type Balances = Readonly<Record<LedgerAccount, number>>;

export const NOTHING: Balances = {
  stripe_balance: 0,
  sales: 0,
  vat_payable: 0,
  refunds: 0,
  disputed: 0,
  dispute_losses: 0,
};

/**
 * What a payment comes to in each account, from all that is known of it. VAT goes back with what is
 * refunded, rounded on the sum, so that a whole refund in parts returns all of it.
 */
export function balancesOf(
  facts: PaymentFacts,
  { amount, vat, vatBasisPoints }: Pick<Price, 'amount' | 'vat' | 'vatBasisPoints'>,
): Balances {
  if (facts.capturedAt === undefined) return NOTHING;
  const { refunded, disputed, lost } = sumsOf(facts);
  const vatBack = Math.min(vat, vatWithin(refunded, vatBasisPoints));
  return {
    stripe_balance: amount - refunded - disputed - lost,
    sales: vat - amount,
    vat_payable: vatBack - vat,
    refunds: refunded - vatBack,
    disputed,
    dispute_losses: lost,
  };
}

/** What has to be posted to get from one to the other: sums to zero, as both do. */
export function difference(from: Balances, to: Balances): [LedgerAccount, number][] {
  return LEDGER_ACCOUNTS.map((account): [LedgerAccount, number] => [
    account,
    to[account] - from[account],
  ]).filter(([, amount]) => amount !== 0);
}
