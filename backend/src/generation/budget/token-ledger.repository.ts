import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { newId } from '../../common';

const TODAY = `(now() at time zone 'utc')::date`;

// One statement: the row lock of the upsert decides which of two concurrent calls comes first.
const RESERVE = `with allowed as (
    select coalesce((select daily_token_limit from users where id = $2::uuid), $4::bigint) as tokens
  ), granted as (
    insert into token_usage as usage (user_id, day, reserved)
    select $2::uuid, ${TODAY}, $3::bigint from allowed where $3::bigint <= allowed.tokens
    on conflict (user_id, day) do update set reserved = usage.reserved + excluded.reserved
      where usage.used + usage.reserved + excluded.reserved <= (select tokens from allowed)
    returning user_id, day)
  insert into token_reservations (id, user_id, day, tokens, expires_at, of_platform)
  select $1::uuid, user_id, day, $3::bigint, now() + make_interval(secs => $5), $6 from granted
  returning id, user_id as "userId", day::text as day, of_platform as "ofPlatform"`;

// All statements lock a user's row before the platform's, which everybody waits for.
const RESERVE_OF_PLATFORM = `insert into platform_token_usage as usage (day, reserved)
  select $1::date, $2::bigint where $2::bigint <= $3::bigint
  on conflict (day) do update set reserved = usage.reserved + excluded.reserved
    where usage.used + usage.reserved + excluded.reserved <= $3::bigint
  returning day`;

const ONE_RECLAIMS = `select pg_advisory_xact_lock(hashtext('token_reservations'))`;

const RECLAIM = `with expired as (
    delete from token_reservations
    where (user_id = $1 or of_platform) and day = ${TODAY} and expires_at < now()
    returning user_id, day, tokens, of_platform
  ), platform as (
    update platform_token_usage usage set reserved = usage.reserved - e.tokens
    from (select day, sum(tokens) as tokens from expired where of_platform group by day) e
    where usage.day = e.day)
  update token_usage usage set reserved = usage.reserved - e.tokens
  from (select user_id, day, sum(tokens) as tokens from expired group by user_id, day) e
  where usage.user_id = e.user_id and usage.day = e.day`;

// Whoever has left meanwhile leaves the cost behind
const NOTED = `noted as (
    insert into model_usage as u (day, user_id, model, currency, calls, tokens_in, tokens_out, cost)
    select $3::date, (select id from users where id = $2::uuid), $6::text, $7::text, 1,
      $4::bigint - $8::bigint, $8::bigint, $9::bigint
    where $6::text is not null
    on conflict (day, user_id, model, currency) do update set calls = u.calls + 1,
      tokens_in = u.tokens_in + excluded.tokens_in,
      tokens_out = u.tokens_out + excluded.tokens_out, cost = u.cost + excluded.cost)`;

const SETTLED = `${NOTED}, settled as (delete from token_reservations where id = $1 returning tokens),
  platform as (
    update platform_token_usage set used = used + $4,
      reserved = reserved - coalesce((select tokens from settled), 0)
    where day = $3::date and $5)
  update token_usage set used = used + $4,
    reserved = reserved - coalesce((select tokens from settled), 0)
  where user_id = $2 and day = $3::date`;

const SETTLE = `with ${SETTLED}`;

// One statement: what is booked is kept, or neither. A part gives way to a longer one
const SETTLE_AND_KEEP = `with kept as (insert into paid_answers as paid (job_id, request, answer)
    select id, $11::bytea, $12::jsonb from jobs where id = $10::uuid
    on conflict (job_id, request) do update set answer = excluded.answer
      where not paid.answer ? 'truncated'),
  ${SETTLED}`;

const TAKEN = `select (select daily_token_limit from users where id = $1)::float8 as own,
    coalesce((select used + reserved from token_usage where user_id = $1 and day = ${TODAY}), 0)::float8
      as "user",
    coalesce((select used + reserved from platform_token_usage where day = ${TODAY}), 0)::float8
      as platform`;

const USAGE = `select day::text as day, used::float8 as tokens,
    day = ${TODAY} as "isToday" from token_usage where user_id = $1 order by day desc`;

export interface GrantedReservation {
  id: string;
  userId: string;
  /** The UTC day it is booked to, as YYYY-MM-DD. */
  day: string;
  /** Whether it counts towards the installation's limit too. */
  ofPlatform: boolean;
}

/** Tokens a UTC day. */
export interface TokenLimits {
  user: number;
  /** Of all users together; undefined for none. */
  platform: number | undefined;
}

/** An answer that is not to be paid for again while its job goes on. */
export interface PaidAnswer {
  jobId: string;
  /** Digest of what was asked. */
  request: Buffer;
  answer: object;
}

/** A call to a model that was paid for. */
export interface PaidCall {
  model: string;
  /** Tokens, of those that were used, that the model has written. */
  written: number;
  /** Null: the price is not known. */
  currency: string | null;
  /** Millionths of the currency's main unit. */
  cost: number;
}

/** What is known of the tokens that were used. */
export interface Settlement {
  call?: PaidCall | undefined;
  paid?: PaidAnswer | undefined;
}

const UNNOTED = [null, null, 0, 0];

/** Whose limit has no room. */
export type SpentLimit = keyof TokenLimits;

interface Taken {
  user: number;
  platform: number;
  own: number | null;
}

export interface DayUsage {
  day: string;
  tokens: number;
  isToday: boolean;
}

@Injectable()
export class TokenLedgerRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Sets `tokens` aside if the day's limits still have room for them; else tells which has not. */
  async reserve(
    userId: string,
    tokens: number,
    limits: TokenLimits,
    lifetimeSeconds: number,
  ): Promise<GrantedReservation | SpentLimit> {
    const { user, platform } = limits;
    const values = [newId(), userId, tokens, user, lifetimeSeconds, platform !== undefined];
    if (platform === undefined) return this.reserveOfUser(this.dataSource, values);
    return this.dataSource.transaction(async (manager) => {
      const granted = await this.reserveOfUser(manager, values);
      if (granted === 'user') return granted;
      const ofPlatform = [granted.day, tokens, platform];
      const [found] = await manager.query<unknown[]>(RESERVE_OF_PLATFORM, ofPlatform);
      if (found !== undefined) return granted;
      await manager.query(SETTLE, [granted.id, userId, granted.day, 0, false, ...UNNOTED]);
      return 'platform';
    });
  }

  /** Gives back what processes that died in the middle of a call had set aside today. */
  reclaimExpired(userId: string): Promise<void> {
    return this.dataSource.transaction(async (manager) => {
      await manager.query(ONE_RECLAIMS);
      await manager.query(RECLAIM, [userId]);
    });
  }

  /** Books what a call really used in place of what was set aside for it. */
  async settle(
    { id, userId, day, ofPlatform }: GrantedReservation,
    used: number,
    { call, paid }: Settlement = {},
  ): Promise<void> {
    const noted = call && [call.model, call.currency, call.written, call.cost];
    const booked = [id, userId, day, used, ofPlatform, ...(noted ?? UNNOTED)];
    if (paid === undefined) return void (await this.dataSource.query(SETTLE, booked));
    const kept = [paid.jobId, paid.request, JSON.stringify(paid.answer)];
    await this.dataSource.query(SETTLE_AND_KEEP, [...booked, ...kept]);
  }

  private async reserveOfUser(
    executor: Pick<EntityManager, 'query'>,
    values: unknown[],
  ): Promise<GrantedReservation | 'user'> {
    const [granted] = await executor.query<GrantedReservation[]>(RESERVE, values);
    return granted ?? 'user';
  }

  /** What is used and set aside today; and the user's own limit, if there is one. */
  async takenToday(userId: string): Promise<Taken> {
    const [row] = await this.dataSource.query<[Taken]>(TAKEN, [userId]);
    return row;
  }

  /** Every day with usage, newest first. */
  usage(userId: string): Promise<DayUsage[]> {
    return this.dataSource.query<DayUsage[]>(USAGE, [userId]);
  }
}
