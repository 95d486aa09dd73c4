import { Inject, Injectable } from '@nestjs/common';
import { ProblemException } from '../../common';
import { CONFIGURATION, type Configuration } from '../../config';
import type { GenerationUsage } from '../dto/usage';
import { type PaidAnswer, type SpentLimit, TokenLedgerRepository } from './token-ledger.repository';

/** Longer than any single model call may take; what is older belongs to a process that died. */
const RESERVATION_SECONDS = 3600;

const DAYS_SHOWN = 90;

/** Seconds until the next UTC day begins, when the day's allowance starts anew. */
export function secondsToUtcMidnight(now: Date): number {
  const next = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1);
  return Math.ceil((next - now.getTime()) / 1000);
}

const SPENT: Record<SpentLimit, string> = {
  user: 'The daily allowance of tokens is used up. What was written is kept; go on tomorrow (UTC).',
  platform:
    'This installation has used up its tokens of today. What was written is kept; go on tomorrow (UTC).',
};

/** Tokens set aside for one call. */
export interface TokenReservation {
  id: string;
  /**
   * Books what the call really used, 0 if nothing, and gives back the rest. To be called once.
   * @param paid its answer, to be kept with the booking
   */
  settle(used: number, paid?: PaidAnswer): Promise<void>;
}

/**
 * The hard daily limits of tokens, a user's and the installation's. Every call to a model reserves its worst case first;
 * without a reservation, or without a ledger to ask, no call is made.
 */
@Injectable()
export class TokenBudget {
  constructor(
    private readonly ledger: TokenLedgerRepository,
    @Inject(CONFIGURATION) private readonly config: Configuration,
  ) {}

  /** @throws ProblemException TOKEN_LIMIT with the time until the allowance starts anew */
  async reserve(userId: string, tokens: number): Promise<TokenReservation> {
    const granted = await this.tryReserve(userId, tokens);
    if (typeof granted === 'string') {
      const retryAfter = secondsToUtcMidnight(new Date());
      throw new ProblemException('TOKEN_LIMIT', SPENT[granted], { retryAfter });
    }
    const settle = (used: number, paid?: PaidAnswer) => this.ledger.settle(granted, used, paid);
    return { id: granted.id, settle };
  }

  private async tryReserve(userId: string, tokens: number) {
    const { dailyTokenLimit: user, platformTokenLimit: platform } = this.config.llm;
    const ask = () => this.ledger.reserve(userId, tokens, { user, platform }, RESERVATION_SECONDS);
    const granted = await ask();
    if (typeof granted !== 'string') return granted;
    await this.ledger.reclaimExpired(userId);
    return ask();
  }

  /** Tokens that calls of this user can still reserve today. */
  async leftToday(userId: string): Promise<number> {
    const { dailyTokenLimit, platformTokenLimit = Infinity } = this.config.llm;
    const { user, platform } = await this.ledger.takenToday(userId);
    return Math.max(0, Math.min(dailyTokenLimit - user, platformTokenLimit - platform));
  }

  async usage(userId: string): Promise<GenerationUsage> {
    const days = await this.ledger.usage(userId);
    return {
      userId,
      tokensUsedToday: days.find(({ isToday }) => isToday)?.tokens ?? 0,
      dailyTokenLimit: this.config.llm.dailyTokenLimit,
      tokensUsedTotal: days.reduce((sum, { tokens }) => sum + tokens, 0),
      byDay: days.slice(0, DAYS_SHOWN).map(({ day, tokens }) => ({ day, tokens })),
    };
  }
}
