import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { newId } from '../../common';
import type { Payment } from '../payment';
import type { LedgerAccount } from './ledger-targets';

const TRANSACTION = `insert into ledger_transactions (id, payment_id, cause, currency)
  values ($1, $2, $3, $4)`;

const ENTRIES = `insert into ledger_entries (transaction_id, account, amount)
  select $1, account, amount from unnest($2::text[], $3::int[]) as entries (account, amount)`;

/** Double-entry books, append-only; the database refuses what does not sum to zero. */
@Injectable()
export class Ledger {
  /**
   * Posts entries as one transaction; nothing when there are none.
   * @param cause what it is posted for, such as an event; once for each payment
   */
  async post(
    manager: EntityManager,
    { id, currency }: Pick<Payment, 'id' | 'currency'>,
    cause: string,
    entries: readonly [LedgerAccount, number][],
  ): Promise<void> {
    if (entries.length === 0) return;
    const transactionId = newId();
    await manager.query(TRANSACTION, [transactionId, id, cause, currency]);
    const accounts = entries.map(([account]) => account);
    const amounts = entries.map(([, amount]) => amount);
    await manager.query(ENTRIES, [transactionId, accounts, amounts]);
  }
}
