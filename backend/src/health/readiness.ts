import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import {
  HealthCheckService,
  type HealthCheckResult,
  HealthIndicatorService,
  TypeOrmHealthIndicator,
} from '@nestjs/terminus';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource } from 'typeorm';
import { ProblemException } from '../common';
import { pendingMigrations } from '../database';
import { Parts } from './parts';
import { ShutdownNotice } from './shutdown-notice';

/** Longer, and a balancer would rather have had the traffic elsewhere. */
const TIMEOUT_MS = 2_000;

/** Whether this process can serve: asks every store it stands on. */
@Injectable()
export class Readiness {
  private started = false;

  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: TypeOrmHealthIndicator,
    private readonly parts: Parts,
    private readonly shutdown: ShutdownNotice,
    @InjectDataSource() private readonly dataSource: DataSource,
  ) {}

  /** Whether it has been ready once; @throws ProblemException UNAVAILABLE as long as it has not */
  async checkStart(): Promise<void> {
    if (!this.started) await this.check();
  }

  /** @throws ProblemException UNAVAILABLE naming the parts that do not answer, or at the end */
  async check(): Promise<HealthCheckResult> {
    if (this.shutdown.isGiven) {
      throw new ProblemException('UNAVAILABLE', 'Not ready: this process is shutting down.');
    }
    const result = await this.askParts();
    await this.requireSchema();
    this.started = true;
    const { details } = result;
    return { ...result, details: { ...details, migrations: { status: 'up' } } };
  }

  private async askParts(): Promise<HealthCheckResult> {
    try {
      return await this.health.check([
        () => this.database.pingCheck('database', { timeout: TIMEOUT_MS }),
        ...this.parts.all().map(
          ([name, ask]) =>
            () =>
              this.answers(name, ask),
        ),
      ]);
    } catch (error) {
      throw unavailable(error);
    }
  }

  /** A version that is ahead of its database would answer with errors. */
  private async requireSchema(): Promise<void> {
    const pending = await pendingMigrations(this.dataSource);
    if (pending.length === 0) return;
    const detail = `Not ready: ${String(pending.length)} migrations of the database are pending.`;
    const errors = [{ pointer: '/migrations', message: 'pending' }];
    throw new ProblemException('UNAVAILABLE', detail, { errors });
  }

  private answers(part: string, ask: () => Promise<unknown>) {
    const attempt = async () => {
      await ask();
    };
    return this.indicators.check(part).attempt(attempt).withTimeout(TIMEOUT_MS);
  }
}

/** Says which part is down, but not why: the answer is public. */
function unavailable(error: unknown): unknown {
  if (!(error instanceof ServiceUnavailableException)) return error;
  const { error: down = {} } = error.getResponse() as HealthCheckResult;
  const parts = Object.keys(down);
  const detail = `Not ready: no answer from ${parts.join(', ')}.`;
  const errors = parts.map((part) => ({ pointer: `/${part}`, message: 'down' }));
  return new ProblemException('UNAVAILABLE', detail, { errors, cause: error });
}
