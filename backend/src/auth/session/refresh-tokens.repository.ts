import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { newId } from '../../common';
import { digest } from '../secrets';

/** Days a refresh token lives; each rotation starts them anew. */
export const REFRESH_TOKEN_DAYS = 30;

/** Days after which one has to sign in again, however often the session was used. */
const SESSION_DAYS = 90;

/**
 * Seconds in which a token just rotated may come again. Two tabs of one browser hold the same
 * cookie and may refresh at once; the slower one is no thief.
 */
const GRACE = 10;

const ADD = `insert into refresh_tokens (id, session_id, token_hash, expires_at)
  values ($1, $2, $3, now() + make_interval(days => ${String(REFRESH_TOKEN_DAYS)}))`;

// Rotation and successor in one statement: of any number of callers at once, one finds the row.
const ROTATE = `with presented as (
    update refresh_tokens t set rotated_at = now() from sessions s, users u
    where t.token_hash = $1 and t.rotated_at is null and t.expires_at > now()
      and s.id = t.session_id and s.ended_at is null
      and u.id = s.user_id and u.blocked_at is null
    returning t.session_id, s.created_at as opened_at
  ), successor as (
    insert into refresh_tokens (id, session_id, token_hash, expires_at)
    select $2, session_id, $3, least(now() + make_interval(days => ${String(REFRESH_TOKEN_DAYS)}),
      opened_at + make_interval(days => ${String(SESSION_DAYS)}))
    from presented
  ), used as (
    update sessions set last_used_at = now() from presented where id = session_id
  )
  select session_id from presented`;

const FIND = `select s.id as "sessionId", s.user_id as "userId",
    t.expires_at > now() and s.ended_at is null and u.blocked_at is null as alive,
    t.rotated_at is not null as rotated,
    coalesce(t.rotated_at <= now() - make_interval(secs => ${String(GRACE)}), false) as reused
  from refresh_tokens t
  join sessions s on s.id = t.session_id join users u on u.id = s.user_id
  where t.token_hash = $1`;

export interface RefreshTokenState {
  sessionId: string;
  userId: string;
  /** Not expired, in a session that goes on, of a user who is not blocked. */
  alive: boolean;
  /** Already exchanged for its successor. */
  rotated: boolean;
  /** Exchanged so long ago that whoever presents it is not the one who exchanged it. */
  reused: boolean;
}

/** Refresh tokens; only their digests are kept. */
@Injectable()
export class RefreshTokensRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async add(manager: EntityManager, sessionId: string, token: string): Promise<void> {
    await manager.query(ADD, [newId(), sessionId, digest(token)]);
  }

  async find(token: string): Promise<RefreshTokenState | undefined> {
    const [row] = await this.dataSource.query<RefreshTokenState[]>(FIND, [digest(token)]);
    return row;
  }

  /** @returns whether it was this call that exchanged `token` for `successor` */
  async rotate(token: string, successor: string): Promise<boolean> {
    const parameters = [digest(token), newId(), digest(successor)];
    const rows = await this.dataSource.query<unknown[]>(ROTATE, parameters);
    return rows.length > 0;
  }
}
