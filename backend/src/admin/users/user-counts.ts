import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import type { UserStats } from '../dto/stats';

const MIDNIGHT = `date_trunc('day', now(), 'UTC')`;

const TOTALS = `select count(*)::int as total,
    count(*) filter (where created_at >= ${MIDNIGHT})::int as "newToday",
    count(*) filter (where created_at >= now() - interval '7 days')::int as "newIn7Days",
    count(*) filter (where blocked_at is not null)::int as blocked,
    (select count(distinct user_id)::int from sessions
     where last_used_at >= now() - interval '7 days') as "activeIn7Days"
  from users`;

const CREATED = `select (created_at at time zone 'utc')::date::text as day, count(*)::int as users
  from users where created_at >= $1::date at time zone 'utc' group by 1`;

/** Numbers of accounts. */
@Injectable()
export class UserCounts {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async totals(): Promise<UserStats> {
    const [row] = await this.dataSource.query<[UserStats]>(TOTALS);
    return row;
  }

  /** Days (UTC, YYYY-MM-DD) with any, from the first on. */
  created(firstDay: string): Promise<{ day: string; users: number }[]> {
    return this.dataSource.query(CREATED, [firstDay]);
  }
}
