import type { Client } from 'pg';

/** Why a message waits for an operator after a restore. */
const HELD_BACK = 'Held back by a restore: it may have been delivered after the backup.';

/**
 * What must not simply go on where the backup was made. Everybody signs in anew: a session that was
 * ended since would be open again. Jobs wait for their owners, messages for an operator: each may have
 * come to its end after the backup, and would come to it twice.
 */
const SETTLING = {
  sessions: 'update sessions set ended_at = now() where ended_at is null',
  attempts: 'delete from sign_in_attempts',
  reservations: 'delete from token_reservations',
  reserved: 'update token_usage set reserved = 0 where reserved <> 0',
  cancelled: `update jobs set status = 'cancelled', finished_at = now(), lease_until = null,
      epoch = epoch + 1 where status = 'cancelling'`,
  jobs: `update jobs set status = 'paused', stage = 'paused', lease_until = null, epoch = epoch + 1
      where status in ('queued', 'running')`,
  messages: `update outbox set dead_at = now(), last_error = $1
      where delivered_at is null and dead_at is null`,
} as const;

const DOCUMENTS = 'select id from documents where owner_id = any($1::uuid[])';

/** What an erasure deletes, without what has been done outside since. */
const ERASING = [
  'delete from stripe_customers where user_id = any($1::uuid[])',
  'delete from users where id = any($1::uuid[])',
];

export interface Settled {
  sessions: number;
  jobs: number;
  messages: number;
  /** Documents of accounts that were erased after the backup, and are again. */
  erasedDocuments: string[];
}

/** Makes a restored database safe to be served from. */
export async function settle(client: Client, erased: readonly string[]): Promise<Settled> {
  const counts: Record<string, number> = {};
  await client.query('begin');
  for (const [name, statement] of Object.entries(SETTLING)) {
    const values = name === 'messages' ? [HELD_BACK] : [];
    counts[name] = (await client.query(statement, values)).rowCount ?? 0;
  }
  const { rows } = await client.query<{ id: string }>(DOCUMENTS, [erased]);
  for (const statement of ERASING) await client.query(statement, [erased]);
  await client.query('commit');
  const { sessions = 0, jobs = 0, messages = 0 } = counts;
  return { sessions, jobs, messages, erasedDocuments: rows.map(({ id }) => id) };
}
