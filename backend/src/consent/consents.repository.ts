import { Injectable } from '@nestjs/common';
import { InjectDataSource } from '@nestjs/typeorm';
import { DataSource, type EntityManager } from 'typeorm';
import { newId } from '../common';
import type { Locale } from '../mail';
import type { Decision } from './dto/consent';
import { PURPOSE, type PurposeName } from './purposes';

const RECORD = `insert into consents (id, user_id, purpose, decision, version, locale, via)
  values ($1, $2, $3, $4, $5, $6, $7)`;

const INFORM = `insert into consents (id, user_id, purpose, decision, version, locale, via)
  select $1, $2, 'privacy-notice', 'informed', $3, $4, 'sign_in'
  where not exists (select 1 from consents
    where user_id = $2 and purpose = 'privacy-notice' and version = $3)`;

const HISTORY = `select purpose, decision, version, locale, via, at from consents
  where user_id = $1 order by at desc, id desc`;

const IN_TURN = 'select 1 from users where id = $1 for update';

export interface Decided extends Omit<Decision, 'at'> {
  purpose: PurposeName;
  at: Date;
}

/** What people were told and have decided; each entry stays as it is. */
@Injectable()
export class ConsentsRepository {
  constructor(@InjectDataSource() private readonly dataSource: DataSource) {}

  /** In the transaction of the act by which it was decided. */
  async record(
    manager: EntityManager,
    userId: string,
    { purpose, decision, locale, via }: Omit<Decided, 'at' | 'version'>,
  ): Promise<void> {
    const { version } = PURPOSE[purpose];
    const values = [newId(), userId, purpose, decision, version, locale, via];
    await manager.query(RECORD, values);
  }

  /** Notes, once a version, that the privacy notice was linked where the account was signed in. */
  async inform(manager: EntityManager, userId: string, locale: Locale): Promise<void> {
    const { version } = PURPOSE['privacy-notice'];
    await manager.query(INFORM, [newId(), userId, version, locale]);
  }

  /** The latest first. */
  history(userId: string, manager: EntityManager = this.dataSource.manager): Promise<Decided[]> {
    return manager.query<Decided[]>(HISTORY, [userId]);
  }

  /** One decision of an account after the other. */
  async takeTurn(manager: EntityManager, userId: string): Promise<void> {
    await manager.query(IN_TURN, [userId]);
  }
}
