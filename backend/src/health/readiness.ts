import { Inject, Injectable, ServiceUnavailableException } from '@nestjs/common';
import {
  HealthCheckService,
  type HealthCheckResult,
  HealthIndicatorService,
  TypeOrmHealthIndicator,
} from '@nestjs/terminus';
import type { Redis } from 'ioredis';
import { ProblemException } from '../common';
import { REDIS } from '../redis';
import { Storage } from '../storage';
import { ShutdownNotice } from './shutdown-notice';

/** Longer, and a balancer would rather have had the traffic elsewhere. */
const TIMEOUT_MS = 2_000;

/** Whether this process can serve: asks every store it stands on. */
@Injectable()
export class Readiness {
  constructor(
    private readonly health: HealthCheckService,
    private readonly indicators: HealthIndicatorService,
    private readonly database: TypeOrmHealthIndicator,
    private readonly storage: Storage,
    private readonly shutdown: ShutdownNotice,
    @Inject(REDIS) private readonly redis: Redis,
  ) {}

  /** @throws ProblemException UNAVAILABLE naming the parts that do not answer, or at the end */
  async check(): Promise<HealthCheckResult> {
    if (this.shutdown.isGiven) {
      throw new ProblemException('UNAVAILABLE', 'Not ready: this process is shutting down.');
    }
    try {
      return await this.health.check([
        () => this.database.pingCheck('database', { timeout: TIMEOUT_MS }),
        () => this.answers('redis', () => this.redis.ping()),
        () => this.answers('storage', () => this.storage.check()),
      ]);
    } catch (error) {
      throw unavailable(error);
    }
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
