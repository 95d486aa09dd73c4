export const PAYMENT_STATES = [
  'quoted',
  'pending',
  'paid',
  'failed',
  'expired',
  'refunding',
  'partially_refunded',
  'refunded',
  'disputed',
  'won',
  'lost',
] as const;

export type PaymentState = (typeof PAYMENT_STATES)[number];

/** What can happen to a payment, here or at Stripe. */
export type Happening =
  | 'offered'
  | 'attempt failed'
  | 'expired'
  | 'captured'
  | 'refund begun'
  | 'refunded in part'
  | 'refunded in whole'
  | 'disputed'
  | 'dispute won'
  | 'dispute lost';

const REFUNDS = {
  'refund begun': 'refunding',
  'refunded in part': 'partially_refunded',
  'refunded in whole': 'refunded',
} as const;

/**
 * The transition table: where what happens takes a payment. What is missing cannot happen there.
 * Money that has come is the truth, so that even an expired payment becomes a paid one.
 */
const MOVES: Readonly<Record<PaymentState, Partial<Record<Happening, PaymentState>>>> = {
  quoted: { offered: 'pending', expired: 'expired', captured: 'paid' },
  pending: { 'attempt failed': 'failed', expired: 'expired', captured: 'paid' },
  failed: { expired: 'expired', captured: 'paid' },
  expired: { captured: 'paid' },
  paid: { ...REFUNDS, disputed: 'disputed' },
  refunding: { ...REFUNDS, disputed: 'disputed' },
  partially_refunded: { ...REFUNDS, disputed: 'disputed' },
  refunded: { disputed: 'disputed' },
  disputed: { 'dispute won': 'won', 'dispute lost': 'lost' },
  won: { ...REFUNDS, disputed: 'disputed' },
  // an appeal reopens a dispute
  lost: { disputed: 'disputed' },
};

/** @throws Error when the table has no such move, which only a mistake of ours can ask for */
export function stateAfter(state: PaymentState, happening: Happening): PaymentState {
  const next = MOVES[state][happening];
  if (next === undefined) throw new Error(`A payment that is ${state} cannot be ${happening}`);
  return next;
}

export const canHappen = (state: PaymentState, happening: Happening): boolean =>
  MOVES[state][happening] !== undefined;

/** States of a payment that can still be made; a document has one of these at most. */
export const OPEN_STATES: readonly PaymentState[] = ['quoted', 'pending', 'failed'];

/** States in which a payment carries the writing of its pages, less those whose price was returned. */
export const COVERING_STATES: readonly PaymentState[] = [
  'paid',
  'refunding',
  'partially_refunded',
  'won',
];
