import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { notFound, type Page, toPage } from '../common';
import type { AdminUser, AdminUserQuery } from './dto/admin-user';

const COLUMNS = `id, email, full_name as "fullName", role, blocked_at as "blockedAt",
  created_at as "createdAt"`;

const MATCHING = `from users where $1::text is null
  or position(lower($1) in email) > 0 or position(lower($1) in lower(full_name)) > 0`;

const LIST = `select ${COLUMNS} ${MATCHING} order by created_at desc, id desc limit $2 offset $3`;

const COUNT = `select count(*)::int as total ${MATCHING}`;

type UserRow = Omit<AdminUser, 'blockedAt' | 'createdAt'> & {
  blockedAt: Date | null;
  createdAt: Date;
};

const toAdminUser = ({ blockedAt, createdAt, ...user }: UserRow): AdminUser => ({
  ...user,
  blockedAt: blockedAt?.toISOString() ?? null,
  createdAt: createdAt.toISOString(),
});

/** Accounts as admins see them. */
@Injectable()
export class UsersQuery {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async list({ search, ...query }: AdminUserQuery): Promise<Page<AdminUser>> {
    const matching = [search === '' ? null : (search ?? null)];
    const window = [query.perPage, (query.page - 1) * query.perPage];
    const [rows, [count]] = await Promise.all([
      this.dataSource.query<UserRow[]>(LIST, [...matching, ...window]),
      this.dataSource.query<{ total: number }[]>(COUNT, matching),
    ]);
    return toPage(rows.map(toAdminUser), count?.total ?? 0, query);
  }

  /** @throws ProblemException NOT_FOUND */
  async get(id: string): Promise<AdminUser> {
    const [row] = await this.dataSource.query<UserRow[]>(
      `select ${COLUMNS} from users where id = $1`,
      [id],
    );
    if (row === undefined) throw notFound();
    return toAdminUser(row);
  }
}
