import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notFound, ProblemException } from '../../common';
import { CONFIGURATION, type Configuration } from '../../config';
import type { Locale } from '../../mail';
import type { Me, UpdateMe, User } from '../dto/user';
import type { UserEntity } from './user.entity';
import { UsersRepository } from './users.repository';

function toUser(user: UserEntity): User {
  const { id, email, fullName, role, locale, createdAt } = user;
  return { id, email, fullName, role, locale, createdAt: createdAt.toISOString() };
}

/** A user's account, as its owner meets it. */
@Injectable()
export class AccountService {
  constructor(
    @Inject(CONFIGURATION) private readonly config: Configuration,
    private readonly users: UsersRepository,
  ) {}

  /**
   * The account that a proven address belongs to; made at the first sign-in.
   * @throws ProblemException FORBIDDEN for a blocked account
   */
  async signIn(manager: EntityManager, email: string, locale: Locale): Promise<User> {
    const role = this.config.auth.adminEmails.includes(email) ? 'admin' : 'student';
    const user = await this.users.signIn(manager, email, role, locale);
    if (user.blockedAt === null) return toUser(user);
    const detail = 'This account is blocked. Write to those who run this installation.';
    throw new ProblemException('FORBIDDEN', detail);
  }

  async me(userId: string): Promise<Me> {
    const user = await this.users.withUsage(userId);
    if (user === undefined) throw notFound();
    const { tokensUsedToday } = user;
    return { ...toUser(user), tokensUsedToday, dailyTokenLimit: this.config.llm.dailyTokenLimit };
  }

  async update(userId: string, changes: UpdateMe): Promise<Me> {
    await this.users.update(userId, changes);
    return this.me(userId);
  }
}
