import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { type EntityManager, IsNull, Not, Repository } from 'typeorm';
import { newId } from '../../common';
import type { Locale } from '../../mail';
import type { UpdateMe } from '../dto/user';
import { UserEntity } from './user.entity';

const COLUMNS = `u.id, u.email, u.full_name as "fullName", u.role, u.locale,
  u.blocked_at as "blockedAt", u.created_at as "createdAt"`;

// One statement, so that two first sign-ins at once make one account.
const SIGN_IN = `insert into users as u (id, email, role, locale) values ($1, $2, $3, $4)
  on conflict (email) do update
    set role = case when excluded.role = 'admin' and u.role_set_at is null
      then 'admin' else u.role end
  returning ${COLUMNS}, xmax = 0 as "isNew"`;

const WITH_USAGE = `select ${COLUMNS}, coalesce(t.used, 0)::float8 as "tokensUsedToday",
    u.daily_token_limit::float8 as "ownTokenLimit"
  from users u
  left join token_usage t on t.user_id = u.id and t.day = (now() at time zone 'UTC')::date
  where u.id = $1`;

const SET_ROLE = `update users set role = $2, role_set_at = now()
  from (select id, role from users where id = $1 for update) old
  where users.id = old.id and old.role <> $2 returning old.role as before`;

const SET_LIMIT = `update users set daily_token_limit = $2::bigint
  from (select id, daily_token_limit as own from users where id = $1 for update) old
  where users.id = old.id and old.own is distinct from $2::bigint returning old.own::float8 as before`;

export interface UserWithUsage extends UserEntity {
  tokensUsedToday: number;
  /** Null: what holds for everybody. */
  ownTokenLimit: number | null;
}

@Injectable()
export class UsersRepository {
  constructor(@InjectRepository(UserEntity) private readonly users: Repository<UserEntity>) {}

  /**
   * The account of an address, made at its first sign-in. An admin is made, never unmade, and not
   * made again once another admin has decided otherwise.
   */
  async signIn(
    manager: EntityManager,
    email: string,
    role: UserEntity['role'],
    locale: Locale,
  ): Promise<UserEntity & { isNew: boolean }> {
    const rows = await manager.query<(UserEntity & { isNew: boolean })[]>(SIGN_IN, [
      newId(),
      email,
      role,
      locale,
    ]);
    const [user] = rows;
    if (user === undefined) throw new Error('insert into users returned no row');
    return user;
  }

  async withUsage(id: string): Promise<UserWithUsage | undefined> {
    const [user] = await this.users.query<UserWithUsage[]>(WITH_USAGE, [id]);
    return user;
  }

  async update(id: string, changes: UpdateMe): Promise<void> {
    if (Object.keys(changes).length > 0) await this.users.update({ id }, changes);
  }

  exists(id: string): Promise<boolean> {
    return this.users.existsBy({ id });
  }

  /** @returns false when it is so already, or there is no such user */
  async setBlocked(manager: EntityManager, id: string, blocked: boolean): Promise<boolean> {
    const blockedAt = blocked ? () => 'now()' : null;
    const where = { id, blockedAt: blocked ? IsNull() : Not(IsNull()) };
    const { affected } = await manager.update(UserEntity, where, { blockedAt });
    return Boolean(affected);
  }

  /** @returns how it was; undefined when it is so already, or there is no such user */
  async setRole(manager: EntityManager, id: string, role: UserEntity['role']) {
    const [[row]] = await manager.query<[{ before: string }[], number]>(SET_ROLE, [id, role]);
    return row?.before;
  }

  /** @returns how it was; undefined when it is so already, or there is no such user */
  async setTokenLimit(manager: EntityManager, id: string, limit: number | null) {
    const parameters = [id, limit];
    const [[row]] = await manager.query<[{ before: number | null }[], number]>(
      SET_LIMIT,
      parameters,
    );
    return row?.before;
  }
}
