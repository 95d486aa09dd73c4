/**
 * A value that the latest report decides: Stripe's clock first, which counts seconds, then how far
 * along the value is. So it does not matter in which order, or how often, reports come in.
 */
export interface Reported<Value extends string> {
  value: Value;
  /** Unix seconds; 0 for what we intend ourselves, which any report outdoes. */
  at: number;
}

export type Attempt = 'offered' | 'failed' | 'expired';
export type RefundReport = 'pending' | 'succeeded' | 'failed';
export type DisputeReport = 'open' | 'won' | 'lost' | 'harmless';

interface Sum<Value extends string> extends Reported<Value> {
  /** Minor units. */
  amount: number;
}

/** All that is known of a payment; grows, and forgets nothing. */
export interface PaymentFacts {
  attempt?: Reported<Attempt>;
  /** Unix seconds of the payment in full. */
  capturedAt?: number;
  /** By our id, or by Stripe's for those made there. */
  refunds?: Readonly<Record<string, Sum<RefundReport>>>;
  /** The most that a charge was reported to be refunded, for reports that name no refund. */
  refundedTotal?: number;
  /** By Stripe's id. */
  disputes?: Readonly<Record<string, Sum<DisputeReport>>>;
}

/** Of two values in the same second the one further along holds. */
const PROGRESS: Readonly<Record<Attempt | RefundReport | DisputeReport, number>> = {
  offered: 0,
  expired: 3,
  pending: 0,
  succeeded: 1,
  failed: 2,
  open: 0,
  harmless: 1,
  won: 2,
  lost: 3,
};

function later<Value extends Attempt | RefundReport | DisputeReport, Kind extends Reported<Value>>(
  one: Kind,
  other: Kind,
): Kind {
  const order = one.at - other.at || PROGRESS[one.value] - PROGRESS[other.value];
  return order >= 0 ? one : other;
}

function either<Value>(
  one: Value | undefined,
  other: Value | undefined,
  join: (one: Value, other: Value) => Value,
): Value | undefined {
  return one === undefined || other === undefined ? (one ?? other) : join(one, other);
}

type Sums<Value extends string> = Readonly<Record<string, Sum<Value>>>;

function joinSums<Value extends RefundReport | DisputeReport>(
  one: Sums<Value>,
  other: Sums<Value>,
): Sums<Value> {
  const joined = { ...one };
  for (const [id, sum] of Object.entries(other)) {
    const known = one[id];
    joined[id] = known === undefined ? sum : later<Value, Sum<Value>>(known, sum);
  }
  return joined;
}

const withoutGaps = <Fields extends object>(fields: Fields) =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));

/**
 * What is known together: the same in whatever order, and however often, facts are joined
 * (a join-semilattice).
 */
export function joinFacts(one: PaymentFacts, other: PaymentFacts): PaymentFacts {
  return withoutGaps({
    attempt: either(one.attempt, other.attempt, later<Attempt, Reported<Attempt>>),
    capturedAt: either(one.capturedAt, other.capturedAt, Math.min),
    refunds: either(one.refunds, other.refunds, joinSums<RefundReport>),
    refundedTotal: either(one.refundedTotal, other.refundedTotal, Math.max),
    disputes: either(one.disputes, other.disputes, joinSums<DisputeReport>),
  });
}

const sum = (amounts: readonly { amount: number }[]): number =>
  amounts.reduce((total, { amount }) => total + amount, 0);

/** Minor units that went back, are on their way back, and are disputed or lost to a dispute. */
export function sumsOf({ refunds = {}, refundedTotal = 0, disputes = {} }: PaymentFacts) {
  const all = Object.values(refunds);
  const having = (value: RefundReport) => sum(all.filter((refund) => refund.value === value));
  const disputed = (value: DisputeReport) =>
    sum(Object.values(disputes).filter((dispute) => dispute.value === value));
  // what a charge says beyond the refunds that are known by name, failed ones among them
  const unnamed = Math.max(0, refundedTotal - sum(all.filter(({ at }) => at > 0)));
  return {
    refunded: having('succeeded') + unnamed,
    refunding: having('pending'),
    disputed: disputed('open'),
    lost: disputed('lost'),
    won: disputed('won'),
  };
}
