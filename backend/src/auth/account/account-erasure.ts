import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { notFound, type Principal, ProblemException } from '../../common';
import type { UserEntity } from './user.entity';

/** Locked, so that of two erasures at once the second finds nothing. */
const FIND = `select u.email, u.locale, s.created_at > now() - interval '1 hour' as fresh
  from users u join sessions s on s.user_id = u.id
  where u.id = $1 and s.id = $2 for update of u`;

export type ErasedUser = Pick<UserEntity, 'email' | 'locale'>;

/** Takes an account away, with every row that hangs on it. */
@Injectable()
export class AccountErasure {
  /**
   * The account that is to go.
   * @param email as its owner has typed it, so that nothing goes by a slip of the hand
   * @throws ProblemException NOT_FOUND, SIGN_IN_AGAIN for a session older than an hour,
   *   CONFLICT for another address
   */
  async confirmed(
    manager: EntityManager,
    { userId, sessionId }: Principal,
    email: string,
  ): Promise<ErasedUser> {
    const parameters = [userId, sessionId];
    const [user] = await manager.query<(ErasedUser & { fresh: boolean })[]>(FIND, parameters);
    if (user === undefined) throw notFound();
    if (user.email !== email) {
      throw new ProblemException('CONFLICT', 'This is not the address of the account.');
    }
    if (user.fresh) return user;
    const detail = 'You signed in a while ago. Sign in once more, then delete the account.';
    throw new ProblemException('SIGN_IN_AGAIN', detail);
  }

  /** What hangs on the account goes with it: sessions, documents and all that is in them. */
  async erase(manager: EntityManager, userId: string, { email }: ErasedUser): Promise<void> {
    await manager.query('delete from sign_in_attempts where email = $1', [email]);
    await manager.query('delete from users where id = $1', [userId]);
  }
}
