import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, type RequestOrigin } from '../../audit';
import { notFound, ProblemException } from '../../common';
import { CONFIGURATION, type Configuration } from '../../config';
import type { Locale } from '../../mail';
import { CurrentSettings, inMaintenance } from '../../settings';
import type { Me, UpdateMe, User } from '../dto/user';
import type { UserEntity } from './user.entity';
import { UsersRepository } from './users.repository';

function toUser(user: UserEntity): User {
  const { id, email, fullName, role, locale, createdAt } = user;
  return { id, email, fullName, role, locale, createdAt: createdAt.toISOString() };
}

/** FORBIDDEN, to someone who has proved to own the account. */
export class AccountBlocked extends ProblemException {
  constructor(readonly userId: string) {
    super('FORBIDDEN', 'This account is blocked. Write to those who run this installation.');
  }
}

/** A user's account, as its owner meets it. */
@Injectable()
export class AccountService {
  constructor(
    @Inject(CONFIGURATION) private readonly config: Configuration,
    private readonly users: UsersRepository,
    private readonly audit: AuditTrail,
    private readonly settings: CurrentSettings,
  ) {}

  /**
   * The account that a proven address belongs to; made at the first sign-in.
   * @throws AccountBlocked; ProblemException SIGN_UPS_CLOSED, MAINTENANCE for a new one
   */
  async signIn(
    manager: EntityManager,
    email: string,
    { locale, origin }: { locale: Locale; origin: RequestOrigin },
  ): Promise<User> {
    const role = this.config.auth.adminEmails.includes(email) ? 'admin' : 'student';
    const user = await this.users.signIn(manager, email, role, locale);
    if (user.isNew) {
      if (role !== 'admin') this.refuseClosed();
      const event = { action: 'account.created', actorId: user.id, subjectId: user.id } as const;
      await this.audit.record({ ...event, details: { role } }, origin, manager);
    }
    if (user.blockedAt === null) return toUser(user);
    throw new AccountBlocked(user.id);
  }

  /** Thrown in the transaction of the sign-in, so that the account is not made after all. */
  private refuseClosed(): void {
    const { signUps, maintenance } = this.settings.now;
    if (maintenance.on) throw inMaintenance();
    if (signUps) return;
    const detail = 'New accounts cannot be made at the moment. Those there are work as ever.';
    throw new ProblemException('SIGN_UPS_CLOSED', detail);
  }

  async me(userId: string): Promise<Me> {
    const user = await this.users.withUsage(userId);
    if (user === undefined) throw notFound();
    const { tokensUsedToday, ownTokenLimit } = user;
    const dailyTokenLimit = ownTokenLimit ?? this.settings.now.dailyTokenLimit;
    return { ...toUser(user), tokensUsedToday, dailyTokenLimit };
  }

  async update(userId: string, changes: UpdateMe): Promise<Me> {
    await this.users.update(userId, changes);
    return this.me(userId);
  }
}
