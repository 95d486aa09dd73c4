import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { type AuditAction, AuditTrail, type RequestOrigin } from '../../audit';
import { notFound, type Principal, ProblemException } from '../../common';
import { Revocations } from '../access/revocations';
import { SessionsRepository } from '../session/sessions.repository';
import { UsersRepository } from './users.repository';

/** An admin at work: who it is, and from where. */
export interface AdminAct {
  adminId: string;
  origin: RequestOrigin;
}

/** What admins may do to accounts. Each takes effect at the account's next request. */
@Injectable()
export class AccountControl {
  constructor(
    @InjectDataSource() private readonly dataSource: DataSource,
    private readonly users: UsersRepository,
    private readonly sessions: SessionsRepository,
    private readonly revocations: Revocations,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Keeps a user out and ends every session; what belongs to the account stays.
   * @throws ProblemException NOT_FOUND, CONFLICT for the own account
   */
  block(userId: string, act: AdminAct, reason: string): Promise<void> {
    refuseOwn(userId, act, 'You cannot block yourself.');
    return this.change(userId, act, 'account.blocked', { reason }, async (manager) => {
      await this.sessions.endAll(manager, userId);
      return this.users.setBlocked(manager, userId, true);
    });
  }

  /** @throws ProblemException NOT_FOUND */
  unblock(userId: string, act: AdminAct): Promise<void> {
    return this.change(userId, act, 'account.unblocked', {}, (manager) =>
      this.users.setBlocked(manager, userId, false),
    );
  }

  /** @throws ProblemException NOT_FOUND, CONFLICT for the own account */
  setRole(userId: string, act: AdminAct, role: Principal['role']): Promise<void> {
    refuseOwn(userId, act, 'You cannot change your own role; another admin can.');
    return this.change(userId, act, 'account.role_changed', { role }, (manager) =>
      this.users.setRole(manager, userId, role),
    );
  }

  private async change(
    userId: string,
    { adminId, origin }: AdminAct,
    action: AuditAction,
    details: Record<string, string>,
    apply: (manager: EntityManager) => Promise<boolean>,
  ): Promise<void> {
    const changed = await this.dataSource.transaction(async (manager) => {
      if (!(await apply(manager))) return false;
      const event = { action, actorId: adminId, subjectId: userId, details };
      await this.audit.record(event, origin, manager);
      return true;
    });
    if (changed) await this.revocations.publish({ userId });
    else if (!(await this.users.exists(userId))) throw notFound();
  }
}

function refuseOwn(userId: string, { adminId }: AdminAct, detail: string): void {
  if (userId === adminId) throw new ProblemException('CONFLICT', detail);
}
