import { type PaymentFacts, sumsOf } from './payment-facts';
import { type Happening, type PaymentState, stateAfter } from './payment-state';

function attempts({ attempt }: PaymentFacts): Happening[] {
  if (attempt === undefined) return [];
  if (attempt.value === 'failed') return ['offered', 'attempt failed'];
  return attempt.value === 'expired' ? ['offered', 'expired'] : ['offered'];
}

function refunds(facts: PaymentFacts, amount: number): Happening[] {
  const { refunded, refunding } = sumsOf(facts);
  if (refunded >= amount && refunded > 0) return ['refunded in whole'];
  if (refunding > 0) return ['refund begun'];
  return refunded > 0 ? ['refunded in part'] : [];
}

function disputes(facts: PaymentFacts): { settled: Happening[]; last: Happening[] } {
  const { disputed, won, lost } = sumsOf(facts);
  const last: Happening[] = disputed > 0 ? ['disputed'] : [];
  if (last.length === 0 && lost > 0) last.push('disputed', 'dispute lost');
  return { settled: won > 0 ? ['disputed', 'dispute won'] : [], last };
}

/** What has happened, in the order in which it makes sense, whatever order it was reported in. */
function happenings(facts: PaymentFacts, amount: number): Happening[] {
  if (facts.capturedAt === undefined) return attempts(facts);
  const { settled, last } = disputes(facts);
  return [...attempts(facts), 'captured', ...settled, ...refunds(facts, amount), ...last];
}

/**
 * The state of a payment, by the transition table.
 * @param amount what was to be paid, in minor units
 */
export const stateOf = (facts: PaymentFacts, amount: number): PaymentState =>
  happenings(facts, amount).reduce<PaymentState>(stateAfter, 'quoted');
