import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { CONFIGURATION, type Configuration } from '../../config';
import { StripeEvents } from './stripe-events';
import { StripePayments } from './stripe-payments';

const LOOK_MS = 600_000;

/** Longer than a round takes; after it, whoever had the turn is taken for dead. */
const CLAIM = `update stripe_reconciliation set due_at = now() + interval '1 hour'
  where due_at <= now() returning covered_until as "coveredUntil"`;

const DONE = `update stripe_reconciliation
  set due_at = now() + interval '1 day', covered_until = $1, repaired = repaired + $2`;

/** Stripe keeps events for thirty days. */
const MEMORY_MS = 29 * 86_400_000;
/** Stripe's list may be behind its clock, and ours before it. */
const OVERLAP_MS = 3_600_000;

/**
 * Compares once a day what Stripe says has happened with what has arrived, and takes in what was
 * missed. Any number of workers look; one of them gets the turn.
 */
@Injectable()
export class Reconciler implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(Reconciler.name);
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;

  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    @Inject(CONFIGURATION) private readonly config: Configuration,
    private readonly stripe: StripePayments,
    private readonly events: StripeEvents,
  ) {}

  onApplicationBootstrap(): void {
    if (this.config.stripe !== undefined) void this.repeat();
  }

  beforeApplicationShutdown(): void {
    this.stopped = true;
    clearTimeout(this.timer);
  }

  /**
   * Events that had been missed; undefined when it is not due, or another's turn.
   * @throws AggregateError of those that could not be taken; then it is due again in an hour
   */
  async reconcile(): Promise<number | undefined> {
    const [[turn]] = await this.dataSource.query<[{ coveredUntil: Date | null }[], number]>(CLAIM);
    if (turn === undefined) return undefined;
    const startedAt = Date.now();
    const from = Math.max(turn.coveredUntil?.getTime() ?? 0, startedAt - MEMORY_MS);
    const repaired = await this.takeMissed(new Date(from - OVERLAP_MS));
    await this.dataSource.query(DONE, [new Date(startedAt), repaired]);
    if (repaired > 0)
      this.logger.warn(`Stripe's list had ${String(repaired)} events that were missed.`);
    return repaired;
  }

  /** One that cannot be taken keeps none of the others out. */
  private async takeMissed(since: Date): Promise<number> {
    const failures: unknown[] = [];
    let repaired = 0;
    for await (const event of this.stripe.events(since)) {
      try {
        if (await this.events.take(event, 'reconciliation')) repaired += 1;
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length === 0) return repaired;
    throw new AggregateError(failures, `${String(failures.length)} events could not be taken`);
  }

  private async repeat(): Promise<void> {
    try {
      await this.reconcile();
    } catch (error) {
      // due again after an hour
      this.logger.warn({ err: error }, 'Payments could not be compared with Stripe.');
    }
    if (!this.stopped) this.timer = setTimeout(() => void this.repeat(), LOOK_MS);
  }
}
