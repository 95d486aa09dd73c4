import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { AuditTrail, type RequestOrigin } from '../../audit';
import { Revocations } from '../access/revocations';
import { type EndedSession, SessionsRepository } from './sessions.repository';

type Reason =
  'signed_out' | 'signed_in_anew' | 'ended_by_owner' | 'ended_by_admin' | 'refresh_token_reused';

/** Why, and who has ended another's sessions. */
interface End {
  reason: Reason;
  adminId?: string;
}

/** Ends sessions at once: their refresh tokens and, on every replica, their access tokens. */
@Injectable()
export class EndSession {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly sessions: SessionsRepository,
    private readonly revocations: Revocations,
    private readonly audit: AuditTrail,
  ) {}

  async run(sessionId: string, reason: Reason, origin: RequestOrigin): Promise<void> {
    await this.end({ reason }, origin, (manager) => this.sessions.end(manager, sessionId));
  }

  /** @returns false when it is not this owner's, or has ended before */
  async ofOwner(ownerId: string, sessionId: string, origin: RequestOrigin): Promise<boolean> {
    const ended = await this.end({ reason: 'ended_by_owner' }, origin, (manager) =>
      this.sessions.end(manager, sessionId, ownerId),
    );
    return ended.length > 0;
  }

  /** All sessions of an owner but the one that asks for it. */
  async others(ownerId: string, sessionId: string, origin: RequestOrigin): Promise<void> {
    await this.end({ reason: 'ended_by_owner' }, origin, (manager) =>
      this.sessions.endAll(manager, ownerId, sessionId),
    );
  }

  /** All sessions of a user, by an admin. @returns how many there were */
  async allOf(userId: string, adminId: string, origin: RequestOrigin): Promise<number> {
    const end: End = { reason: 'ended_by_admin', adminId };
    const ended = await this.end(end, origin, (manager) => this.sessions.endAll(manager, userId));
    return ended.length;
  }

  /** One session of a user, by an admin. @returns false when it is not theirs, or has ended */
  async oneOf(
    userId: string,
    sessionId: string,
    adminId: string,
    origin: RequestOrigin,
  ): Promise<boolean> {
    const end: End = { reason: 'ended_by_admin', adminId };
    const ended = await this.end(end, origin, (manager) =>
      this.sessions.end(manager, sessionId, userId),
    );
    return ended.length > 0;
  }

  private async end(
    { reason, adminId }: End,
    origin: RequestOrigin,
    end: (manager: EntityManager) => Promise<EndedSession[]>,
  ): Promise<EndedSession[]> {
    const ended = await this.dataSource.transaction(async (manager) => {
      const sessions = await end(manager);
      for (const { sessionId, userId } of sessions) {
        // who presented a stolen token is not known
        const actorId = reason === 'refresh_token_reused' ? null : (adminId ?? userId);
        const event = { action: 'session.ended', actorId, subjectId: sessionId } as const;
        await this.audit.record({ ...event, details: { reason } }, origin, manager);
      }
      return sessions;
    });
    for (const { sessionId } of ended) await this.revocations.publish({ sessionId });
    return ended;
  }
}
