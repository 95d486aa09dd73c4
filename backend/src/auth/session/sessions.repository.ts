import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { newId, type Order, type PageQuery, type Principal } from '../../common';

const OPEN = 'insert into sessions (id, user_id, user_agent, address) values ($1, $2, $3, $4)';

/** A session lives as long as it has a refresh token to go on with. */
const LIVE = `s.ended_at is null and exists (select 1 from refresh_tokens t
  where t.session_id = s.id and t.rotated_at is null and t.expires_at > now())`;

const SORTED = { lastUsedAt: 's.last_used_at', createdAt: 's.created_at' } as const;

export const SESSION_SORTS = ['lastUsedAt', 'createdAt'] as const;

/** What to list first. */
interface SessionOrder {
  sort: (typeof SESSION_SORTS)[number];
  order: Order;
}

const list = ({
  sort,
  order,
}: SessionOrder) => `select s.id, s.user_agent as "userAgent", s.created_at as "createdAt",
    s.last_used_at as "lastUsedAt", count(*) over ()::int as total
  from sessions s where s.user_id = $1 and ${LIVE}
  order by ${SORTED[sort]} ${order}, s.id ${order} limit $2 offset $3`;

const COUNT_LIVE = `select count(*)::int as total from sessions s where s.user_id = $1 and ${LIVE}`;

const ROLE = `select u.role from sessions s join users u on u.id = s.user_id
  where s.id = $1 and s.user_id = $2 and s.ended_at is null and u.blocked_at is null`;

const END = 'update sessions set ended_at = now() where ended_at is null';
const ENDED = 'returning id as "sessionId", user_id as "userId"';

const END_ONE = `${END} and id = $1 and ($2::uuid is null or user_id = $2) ${ENDED}`;

const END_OF_USER = `${END} and user_id = $1 and ($2::uuid is null or id <> $2) ${ENDED}`;

const MAX_USER_AGENT = 255;

export interface EndedSession {
  sessionId: string;
  userId: string;
}

/** Where a session was opened. */
export interface Device {
  userAgent: string | undefined;
  address: string;
}

interface SessionRow {
  id: string;
  userAgent: string | null;
  createdAt: Date;
  lastUsedAt: Date;
}

/** Sessions: one sign-in each, with all tokens that descend from it. */
@Injectable()
export class SessionsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async open(manager: EntityManager, userId: string, device: Device): Promise<string> {
    const id = newId();
    const userAgent = device.userAgent?.slice(0, MAX_USER_AGENT) ?? null;
    await manager.query(OPEN, [id, userId, userAgent, device.address]);
    return id;
  }

  /** The user's role as it is now; undefined when the session has ended or the user is blocked. */
  async roleIn(sessionId: string, userId: string): Promise<Principal['role'] | undefined> {
    const parameters = [sessionId, userId];
    const [row] = await this.dataSource.query<Pick<Principal, 'role'>[]>(ROLE, parameters);
    return row?.role;
  }

  /** The user's live sessions, by default the last used first. */
  async list(
    userId: string,
    { page, perPage, sort = 'lastUsedAt', order = 'desc' }: PageQuery & Partial<SessionOrder>,
  ) {
    const rows = await this.dataSource.query<(SessionRow & { total: number })[]>(
      list({ sort, order }),
      [userId, perPage, (page - 1) * perPage],
    );
    const items = rows.map(({ total: _total, ...row }) => row);
    return { items, total: rows[0]?.total ?? 0 };
  }

  /** How many live sessions a user has. */
  async countLive(userId: string): Promise<number> {
    const [row] = await this.dataSource.query<[{ total: number }]>(COUNT_LIVE, [userId]);
    return row.total;
  }

  /**
   * Ends a session, if it is the owner's who is named.
   * @returns what it was this call that ended
   */
  async end(manager: EntityManager, sessionId: string, ownerId?: string) {
    return endedBy(await manager.query(END_ONE, [sessionId, ownerId ?? null]));
  }

  /** Ends all sessions of a user, but for one if that is named. @returns those that it ended */
  async endAll(manager: EntityManager, userId: string, exceptId?: string) {
    return endedBy(await manager.query(END_OF_USER, [userId, exceptId ?? null]));
  }
}

const endedBy = ([ended]: [EndedSession[], number]): EndedSession[] => ended;
