import { Injectable } from '@nestjs/common';
import type { RequestOrigin } from '../../audit';
import { notFound, type Page, type PageQuery, type Principal, toPage } from '../../common';
import type { Session } from '../dto/session';
import { EndSession } from './end-session';
import { SessionsRepository } from './sessions.repository';

/** A user's own sessions: where one is signed in, and how to end that. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly endSession: EndSession,
  ) {}

  async list({ userId, sessionId }: Principal, query: PageQuery): Promise<Page<Session>> {
    const { items, total } = await this.sessions.list(userId, query);
    const sessions = items.map(({ id, userAgent, createdAt, lastUsedAt }) => ({
      id,
      userAgent,
      createdAt: createdAt.toISOString(),
      lastUsedAt: lastUsedAt.toISOString(),
      current: id === sessionId,
    }));
    return toPage(sessions, total, query);
  }

  /** @throws ProblemException NOT_FOUND, also for another's and for one that has ended */
  async end({ userId }: Principal, sessionId: string, origin: RequestOrigin): Promise<void> {
    if (!(await this.endSession.ofOwner(userId, sessionId, origin))) throw notFound();
  }

  endOthers({ userId, sessionId }: Principal, origin: RequestOrigin): Promise<void> {
    return this.endSession.others(userId, sessionId, origin);
  }
}
