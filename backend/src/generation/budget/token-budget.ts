import { Inject, Injectable } from '@nestjs/common';
import { ProblemException } from '../../common';
import { CONFIGURATION, type Configuration } from '../../config';
import { CurrentSettings } from '../../settings';
import type { GenerationUsage } from '../dto/usage';
import { costOfCall } from './call-cost';
import {
  type PaidAnswer,
  type PaidCall,
  type SpentLimit,
  TokenLedgerRepository,
} from './token-ledger.repository';

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

/** What a call was that has used tokens. */
export interface SettledCall {
  model: string;
  /** Those of the tokens that the model has written. */
  written: number;
  /** Its answer, to be kept with the booking. */
  paid?: PaidAnswer;
}

const NO_CALL: SettledCall = { model: '', written: 0 };

/** What the settings are asked for. */
type LimitSettings = Pick<CurrentSettings, 'reliable'>;

/** Tokens set aside for one call. */
export interface TokenReservation {
  id: string;
  /**
   * Books what the call really used, 0 if nothing, and gives back the rest. To be called once.
   */
  settle(used: number, call?: SettledCall): Promise<void>;
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
    @Inject(CurrentSettings) private readonly settings: LimitSettings,
  ) {}

  /** @throws ProblemException TOKEN_LIMIT with the time until the allowance starts anew */
  async reserve(userId: string, tokens: number): Promise<TokenReservation> {
    const granted = await this.tryReserve(userId, tokens);
    if (typeof granted === 'string') {
      const retryAfter = secondsToUtcMidnight(new Date());
      throw new ProblemException('TOKEN_LIMIT', SPENT[granted], { retryAfter });
    }
    return {
      id: granted.id,
      settle: (used, { paid, ...call } = NO_CALL) => {
        const noted = used > 0 && call.model !== '' ? this.priced(used, call) : undefined;
        return this.ledger.settle(granted, used, { call: noted, paid });
      },
    };
  }

  private async tryReserve(userId: string, tokens: number) {
    const { dailyTokenLimit: user, platformDailyTokenLimit } = await this.settings.reliable();
    const platform = platformDailyTokenLimit ?? undefined;
    const ask = () => this.ledger.reserve(userId, tokens, { user, platform }, RESERVATION_SECONDS);
    const granted = await ask();
    if (typeof granted !== 'string') return granted;
    await this.ledger.reclaimExpired(userId);
    return ask();
  }

  /** A provider that counts more tokens of an answer than of all is not believed. */
  private priced(used: number, { model, written }: SettledCall): PaidCall {
    const counted = { read: Math.max(0, used - written), written: Math.min(written, used) };
    return { model, written: counted.written, ...costOfCall(model, counted, this.config.llm) };
  }

  /** Tokens that calls of this user can still reserve today. */
  async leftToday(userId: string): Promise<number> {
    const { dailyTokenLimit, platformDailyTokenLimit } = await this.settings.reliable();
    const { user, platform, own } = await this.ledger.takenToday(userId);
    const ofPlatform = (platformDailyTokenLimit ?? Infinity) - platform;
    return Math.max(0, Math.min((own ?? dailyTokenLimit) - user, ofPlatform));
  }

  async usage(userId: string): Promise<GenerationUsage> {
    const { dailyTokenLimit } = await this.settings.reliable();
    const [days, { own }] = await Promise.all([
      this.ledger.usage(userId),
      this.ledger.takenToday(userId),
    ]);
    return {
      userId,
      tokensUsedToday: days.find(({ isToday }) => isToday)?.tokens ?? 0,
      dailyTokenLimit: own ?? dailyTokenLimit,
      tokensUsedTotal: days.reduce((sum, { tokens }) => sum + tokens, 0),
      byDay: days.slice(0, DAYS_SHOWN).map(({ day, tokens }) => ({ day, tokens })),
    };
  }
}
