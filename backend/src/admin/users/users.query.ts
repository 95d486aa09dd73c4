import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { inBatches, notFound, type Order } from '../../common';
import type { AdminUserExportQuery, AdminUserQuery } from '../dto/admin-user';

const COLUMNS = `u.id, u.email, u.full_name as "fullName", u.role, u.blocked_at as "blockedAt",
  u.created_at as "createdAt", u.daily_token_limit::float8 as "dailyTokenLimit",
  coalesce(t.used, 0)::float8 as "tokensUsedToday"`;

const USERS = `from users u left join token_usage t
  on t.user_id = u.id and t.day = (now() at time zone 'utc')::date`;

const MATCHING = `where ($1::text is null
    or position(lower($1) in u.email) > 0 or position(lower($1) in lower(u.full_name)) > 0)
  and ($2::text is null or u.role = $2)
  and ($3::boolean is null or (u.blocked_at is not null) = $3)`;

const SORTED: Record<AdminUserQuery['sort'], string> = {
  createdAt: 'u.created_at',
  email: 'u.email',
  tokensUsedToday: '"tokensUsedToday"',
};

const listBy = (sort: AdminUserQuery['sort'], order: Order) =>
  `select ${COLUMNS} ${USERS} ${MATCHING}
   order by ${SORTED[sort]} ${order}, u.id ${order} limit $4 offset $5`;

const COUNT = `select count(*)::int as total from users u ${MATCHING}`;

const BATCH = `select ${COLUMNS} ${USERS} ${MATCHING}
  and ($4::uuid is null or u.id > $4) order by u.id limit $5`;

const DETAILS = `select ${COLUMNS},
    (select coalesce(sum(used), 0)::float8 from token_usage where user_id = u.id)
      as "tokensUsedTotal",
    (select count(*)::int from documents where owner_id = u.id) as documents,
    (select count(*)::int from jobs where owner_id = u.id) as jobs
  ${USERS} where u.id = $1`;

export interface UserRow {
  id: string;
  email: string;
  fullName: string | null;
  role: 'student' | 'admin';
  blockedAt: Date | null;
  createdAt: Date;
  dailyTokenLimit: number | null;
  tokensUsedToday: number;
}

export interface UserDetailsRow extends UserRow {
  tokensUsedTotal: number;
  documents: number;
  jobs: number;
}

const valuesOf = ({ search, role, blocked }: AdminUserExportQuery) => [
  search === '' ? null : (search ?? null),
  role ?? null,
  blocked ?? null,
];

/** Accounts as admins see them. */
@Injectable()
export class UsersQuery {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async list(query: AdminUserQuery): Promise<{ items: UserRow[]; total: number }> {
    const matching = valuesOf(query);
    const window = [query.perPage, (query.page - 1) * query.perPage];
    const sql = listBy(query.sort, query.order);
    const [items, [count]] = await Promise.all([
      this.dataSource.query<UserRow[]>(sql, [...matching, ...window]),
      this.dataSource.query<{ total: number }[]>(COUNT, matching),
    ]);
    return { items, total: count?.total ?? 0 };
  }

  /** All that match, by and by. */
  all(query: AdminUserExportQuery): AsyncGenerator<UserRow[]> {
    return inBatches((after, limit) =>
      this.dataSource.query<UserRow[]>(BATCH, [...valuesOf(query), after, limit]),
    );
  }

  /** @throws ProblemException NOT_FOUND */
  async get(id: string): Promise<UserDetailsRow> {
    const [row] = await this.dataSource.query<UserDetailsRow[]>(DETAILS, [id]);
    if (row === undefined) throw notFound();
    return row;
  }
}
