import { Injectable } from '@nestjs/common';
import type Stripe from 'stripe';
import type { EntityManager } from 'typeorm';
import { validate } from 'uuid';
import { PAYMENT_COLUMNS, type Payment } from '../payment';
import { keptOf } from './kept-of';
import type { StripeReport } from './stripe-reports';

/** How we came to know of an event. */
export type Via = 'webhook' | 'reconciliation';

type Outcome = 'applied' | 'unmatched' | 'kept';

/** What is stored of an event until its effect is known. */
const REMEMBER = `insert into stripe_events (id, type, created, payment_intent, payload, outcome, via)
  values ($1, $2, to_timestamp($3), $4, $5, 'kept', $6)
  on conflict (id) do nothing returning id`;

const CONCLUDE = 'update stripe_events set outcome = $2, payment_id = $3 where id = $1';

/** Until the end of the transaction; whoever tells of the same intent waits. */
const TAKE_TURN = `select pg_advisory_xact_lock(hashtextextended('stripe:' || $1, 0))`;

const FIND = `select ${PAYMENT_COLUMNS} from payments
  where stripe_intent_id = $1 or stripe_session_id = $2 or id = $3
  order by stripe_intent_id = $1 desc nulls last limit 1`;

const UNMATCHED = `select payload from stripe_events
  where payment_intent = $1 and outcome = 'unmatched' order by created, id`;

@Injectable()
export class StripeEventsRepository {
  /** Whether it is new; whoever brings the same one meanwhile waits for what becomes of it. */
  async remember(
    manager: EntityManager,
    event: Stripe.Event,
    intentId: string | undefined,
    via: Via,
  ): Promise<boolean> {
    const { id, type, created } = event;
    const parameters = [id, type, created, intentId ?? null, JSON.stringify(keptOf(event)), via];
    return (await manager.query<unknown[]>(REMEMBER, parameters)).length > 0;
  }

  async conclude(
    manager: EntityManager,
    { id }: Stripe.Event,
    outcome: Outcome,
    paymentId?: string,
  ): Promise<void> {
    await manager.query(CONCLUDE, [id, outcome, paymentId ?? null]);
  }

  async takeTurn(manager: EntityManager, intentId: string): Promise<void> {
    await manager.query(TAKE_TURN, [intentId]);
  }

  async findPayment(
    manager: EntityManager,
    { intentId, sessionId, paymentId }: StripeReport,
  ): Promise<Payment | undefined> {
    const own = validate(paymentId) ? paymentId : null;
    const parameters = [intentId ?? null, sessionId ?? null, own];
    return (await manager.query<Payment[]>(FIND, parameters))[0];
  }

  /** Events of an intent that came before it was known which payment it belongs to. */
  async unmatched(manager: EntityManager, intentId: string): Promise<Stripe.Event[]> {
    const rows = await manager.query<{ payload: Stripe.Event }[]>(UNMATCHED, [intentId]);
    return rows.map(({ payload }) => payload);
  }
}
