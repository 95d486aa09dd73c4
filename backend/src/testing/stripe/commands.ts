import type { StripeObject } from './objects';

/** How a customer's attempt to pay ends. `delayed` is what bank debits do: it is settled later. */
export type Attempt = 'succeeds' | 'declined' | 'delayed';

/** What the next request meets: an error, or an answer that is lost after the effect. */
export type Fault = 'server error' | 'rate limit' | 'lost answer';

/** What a test may tell the double, as its owner, its customers and their banks would. */
export type Command =
  | { kind: 'webhook'; url: string | null; secret: string }
  | { kind: 'attempt'; id: string; attempt: Attempt }
  | { kind: 'settle'; id: string; paid: boolean }
  | { kind: 'expire'; id: string }
  | { kind: 'refund at stripe'; intentId: string; amount: number }
  | { kind: 'fail refund'; refundId: string }
  | { kind: 'dispute'; intentId: string; amount: number }
  | { kind: 'close dispute'; disputeId: string; won: boolean }
  | { kind: 'faults'; faults: Fault[] }
  | { kind: 'hold refunds'; held: boolean }
  | { kind: 'clock'; seconds: number }
  | { kind: 'state' };

/** What the double answers to each command; its whole state to `state` alone. */
export interface Answer {
  /** The object that came of it. */
  object?: StripeObject;
  events: StripeObject[];
  objects: StripeObject[];
  requests: SeenRequest[];
  error?: string;
}

export interface SeenRequest {
  method: string;
  path: string;
  parameters: Record<string, unknown>;
  idempotencyKey: string | undefined;
  apiVersion: string | undefined;
  /** Whether the answer of an earlier request with the same key was given again. */
  replayed: boolean;
}
