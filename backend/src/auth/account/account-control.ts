import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type AuditAction, AuditTrail, type RequestOrigin } from '../../audit';
import { notFound, type Principal, ProblemException } from '../../common';
import { Revocations } from '../access/revocations';
import { EndSession } from '../session/end-session';
import { SessionsRepository } from '../session/sessions.repository';
import { UsersRepository } from './users.repository';

/** An admin at work: who it is, and from where. */
export interface AdminAct {
  adminId: string;
  origin: RequestOrigin;
}

/** What is to be different; what is not named stays. */
export interface AccountChanges {
  role?: Principal['role'] | undefined;
  /** Tokens a UTC day; null: what holds for everybody. */
  dailyTokenLimit?: number | null | undefined;
}

/** What was done to an account, for the trail. */
interface Done {
  action: AuditAction;
  details: Record<string, string>;
}

/** What admins may do to accounts. Each takes effect at the account's next request. */
@Injectable()
export class AccountControl {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly ending: EndSession,
    private readonly revocations: Revocations,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Keeps a user out and ends every session; what belongs to the account stays.
   * @throws ProblemException NOT_FOUND, CONFLICT for the own account
   */
  block(userId: string, act: AdminAct, reason: string): Promise<void> {
    refuseOwn(userId, act, 'You cannot block yourself.');
    return this.act(userId, act, async (manager) => {
      await this.sessions.endAll(manager, userId);
      const isNew = await this.users.setBlocked(manager, userId, true);
      return isNew ? [{ action: 'account.blocked', details: { reason } }] : [];
    });
  }

  /** @throws ProblemException NOT_FOUND */
  unblock(userId: string, act: AdminAct): Promise<void> {
    return this.act(userId, act, async (manager) => {
      const isNew = await this.users.setBlocked(manager, userId, false);
      return isNew ? [{ action: 'account.unblocked', details: {} }] : [];
    });
  }

  /** All of it or nothing. @throws ProblemException NOT_FOUND, CONFLICT for the own role */
  change(userId: string, act: AdminAct, { role, dailyTokenLimit }: AccountChanges): Promise<void> {
    if (role !== undefined) {
      refuseOwn(userId, act, 'You cannot change your own role; another admin can.');
    }
    return this.act(userId, act, async (manager) => [
      ...(role === undefined ? [] : await this.setRole(manager, userId, role)),
      ...(dailyTokenLimit === undefined
        ? []
        : await this.setTokenLimit(manager, userId, dailyTokenLimit)),
    ]);
  }

  /** Signs a user out everywhere. @returns how often @throws ProblemException NOT_FOUND */
  async endSessions(userId: string, { adminId, origin }: AdminAct): Promise<number> {
    const ended = await this.ending.allOf(userId, adminId, origin);
    if (ended === 0 && !(await this.users.exists(userId))) throw notFound();
    return ended;
  }

  /** Signs a user out in one place. @throws ProblemException NOT_FOUND */
  async endSession(userId: string, sessionId: string, { adminId, origin }: AdminAct) {
    if (!(await this.ending.oneOf(userId, sessionId, adminId, origin))) throw notFound();
  }

  private async setRole(
    manager: EntityManager,
    userId: string,
    role: Principal['role'],
  ): Promise<Done[]> {
    const before = await this.users.setRole(manager, userId, role);
    if (before === undefined) return [];
    return [{ action: 'account.role_changed', details: { before, role } }];
  }

  private async setTokenLimit(
    manager: EntityManager,
    userId: string,
    limit: number | null,
  ): Promise<Done[]> {
    const before = await this.users.setTokenLimit(manager, userId, limit);
    if (before === undefined) return [];
    const details = { before: String(before), dailyTokenLimit: String(limit) };
    return [{ action: 'account.limit_changed', details }];
  }

  private async act(
    userId: string,
    { adminId, origin }: AdminAct,
    apply: (manager: EntityManager) => Promise<Done[]>,
  ): Promise<void> {
    const done = await this.dataSource.transaction(async (manager) => {
      const changes = await apply(manager);
      for (const change of changes) {
        const event = { ...change, actorId: adminId, subjectId: userId };
        await this.audit.record(event, origin, manager);
      }
      return changes;
    });
    if (done.length > 0) await this.revocations.publish({ userId });
    else if (!(await this.users.exists(userId))) throw notFound();
  }
}

function refuseOwn(userId: string, { adminId }: AdminAct, detail: string): void {
  if (userId === adminId) throw new ProblemException('CONFLICT', detail);
}
