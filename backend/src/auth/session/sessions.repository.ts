import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { newId, type Principal } from '../../common';

const OPEN = 'insert into sessions (id, user_id, user_agent) values ($1, $2, $3)';

const ROLE = `select u.role from sessions s join users u on u.id = s.user_id
  where s.id = $1 and s.user_id = $2 and s.ended_at is null and u.blocked_at is null`;

const END = 'update sessions set ended_at = now() where id = $1 and ended_at is null';

const END_ALL = 'update sessions set ended_at = now() where user_id = $1 and ended_at is null';

const MAX_USER_AGENT = 255;

/** Sessions: one sign-in each, with all tokens that descend from it. */
@Injectable()
export class SessionsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  async open(manager: EntityManager, userId: string, userAgent?: string): Promise<string> {
    const id = newId();
    await manager.query(OPEN, [id, userId, userAgent?.slice(0, MAX_USER_AGENT) ?? null]);
    return id;
  }

  /** The user's role as it is now; undefined when the session has ended or the user is blocked. */
  async roleIn(sessionId: string, userId: string): Promise<Principal['role'] | undefined> {
    const parameters = [sessionId, userId];
    const [row] = await this.dataSource.query<Pick<Principal, 'role'>[]>(ROLE, parameters);
    return row?.role;
  }

  async end(sessionId: string): Promise<void> {
    await this.dataSource.query(END, [sessionId]);
  }

  async endAll(userId: string): Promise<void> {
    await this.dataSource.query(END_ALL, [userId]);
  }
}
