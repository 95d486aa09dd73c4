import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { newId } from '../../common';

const TODAY = `(now() at time zone 'utc')::date`;

// One statement: the row lock of the upsert decides which of two concurrent calls comes first.
const RESERVE = `with granted as (
    insert into token_usage as usage (user_id, day, reserved)
    select $2::uuid, ${TODAY}, $3::bigint where $3::bigint <= $4::bigint
    on conflict (user_id, day) do update set reserved = usage.reserved + excluded.reserved
      where usage.used + usage.reserved + excluded.reserved <= $4::bigint
    returning user_id, day)
  insert into token_reservations (id, user_id, day, tokens, expires_at)
  select $1::uuid, user_id, day, $3::bigint, now() + make_interval(secs => $5) from granted
  returning id, user_id as "userId", day::text as day`;

const RECLAIM = `with expired as (
    delete from token_reservations
    where user_id = $1 and day = ${TODAY} and expires_at < now() returning tokens)
  update token_usage set reserved = reserved - (select sum(tokens) from expired)
  where user_id = $1 and day = ${TODAY} and exists (select 1 from expired)`;

const SETTLE = `with settled as (delete from token_reservations where id = $1 returning tokens)
  update token_usage set used = used + $4,
    reserved = reserved - coalesce((select tokens from settled), 0)
  where user_id = $2 and day = $3::date`;

const USAGE = `select day::text as day, used::float8 as tokens,
    day = ${TODAY} as "isToday" from token_usage where user_id = $1 order by day desc`;

export interface GrantedReservation {
  id: string;
  userId: string;
  /** The UTC day it is booked to, as YYYY-MM-DD. */
  day: string;
}

export interface DayUsage {
  day: string;
  tokens: number;
  isToday: boolean;
}

@Injectable()
export class TokenLedgerRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** Sets `tokens` aside if the day's `limit` still has room for them; null if it has not. */
  async reserve(
    userId: string,
    tokens: number,
    limit: number,
    lifetimeSeconds: number,
  ): Promise<GrantedReservation | null> {
    const values = [newId(), userId, tokens, limit, lifetimeSeconds];
    const [granted] = await this.dataSource.query<GrantedReservation[]>(RESERVE, values);
    return granted ?? null;
  }

  /** Gives back what processes that died in the middle of a call had set aside today. */
  async reclaimExpired(userId: string): Promise<void> {
    await this.dataSource.query(RECLAIM, [userId]);
  }

  /** Books what a call really used in place of what was set aside for it. */
  async settle({ id, userId, day }: GrantedReservation, used: number): Promise<void> {
    await this.dataSource.query(SETTLE, [id, userId, day, used]);
  }

  /** Every day with usage, newest first. */
  usage(userId: string): Promise<DayUsage[]> {
    return this.dataSource.query<DayUsage[]>(USAGE, [userId]);
  }
}
