import type { RetentionRule } from './retention-rule';

const SIGNING_IN: readonly RetentionRule[] = [
  {
    what: 'mails asked for to sign in, also by addresses without an account',
    table: 'sign_in_attempts',
    days: 1,
    since: 'they expire',
    over: 'expires_at < now() - $1::interval',
  },
  {
    // a rotated one as well until then: its reuse has to be recognised
    what: 'refresh tokens (digests)',
    table: 'refresh_tokens',
    days: 0,
    since: 'they expire',
    over: 'expires_at < now() - $1::interval',
  },
  {
    what: 'sessions with address and browser',
    table: 'sessions',
    days: 1,
    since: 'they cannot be renewed any more',
    over: `created_at < now() - $1::interval
      and not exists (select 1 from refresh_tokens t where t.session_id = sessions.id)`,
  },
];

const ANSWERS: readonly RetentionRule[] = [
  {
    what: 'answers kept for repeated requests',
    table: 'idempotency_keys',
    days: 1,
    since: 'the request',
    over: 'created_at < now() - $1::interval',
  },
  {
    what: 'answers of models to a job that was not gone on with',
    table: 'paid_answers',
    days: 30,
    since: 'the job stopped',
    over: `job_id in (select id from jobs where status not in ('queued', 'running')
      and coalesce(finished_at, requested_at) < now() - $1::interval)`,
  },
  {
    what: 'begun answers of models, left by a crash',
    table: 'begun_answers',
    days: 30,
    since: 'the tokens held for them expired',
    over: `reservation_id in (select id from token_reservations
      where expires_at < now() - $1::interval)`,
  },
  {
    what: 'files of exports, which can be made again',
    table: 'exports',
    days: 'exportDays',
    since: 'the last link to them ended',
    over: 'linked_until < now() - $1::interval',
    file: 'storage_key',
  },
];

const SOURCES: readonly RetentionRule[] = [
  {
    what: 'how sources were before they took in an entry, to undo that',
    table: 'source_merges',
    days: 30,
    since: 'the entry was added',
    over: 'created_at < now() - $1::interval',
  },
  {
    what: 'what two sources were before they became one, to undo that',
    table: 'source_joins',
    days: 30,
    since: 'they became one',
    over: 'created_at < now() - $1::interval',
  },
];

const MESSAGES: readonly RetentionRule[] = [
  {
    // so long, so that the same cause adds nothing again
    what: 'delivered messages of the outbox (identifiers)',
    table: 'outbox',
    days: 30,
    since: 'their delivery',
    over: 'delivered_at < now() - $1::interval',
  },
  {
    // not those by which files and customers are still to go
    what: 'dead letters',
    table: 'outbox',
    days: 'deadLetterDays',
    since: 'they were given up',
    over: `dead_at < now() - $1::interval
      and topic not in ('account-erased', 'document-removed', 'customer-left')`,
  },
];

const RECORDS: readonly RetentionRule[] = [
  {
    what: 'client addresses in the audit trail',
    table: 'audit_events',
    days: 90,
    since: 'the event',
    over: 'address is not null and at < now() - $1::interval',
    byOwner: 'forget_audit_addresses',
  },
  {
    // but the numbers of erased accounts, which keep a backup from bringing them back
    what: 'audit trail',
    table: 'audit_events',
    days: 'auditDays',
    since: 'the event',
    over: `at < now() - $1::interval and action <> 'account.erased'`,
    byOwner: 'forget_audit_events',
  },
  {
    what: 'records of backups',
    table: 'backups',
    days: 90,
    since: 'their start',
    over: 'started_at < now() - $1::interval',
  },
  {
    what: 'records of restore drills',
    table: 'restore_drills',
    days: 730,
    since: 'their start',
    over: 'started_at < now() - $1::interval',
  },
];

/** Everything that is kept for a time and then goes by itself: the sweeper follows this table. */
export const RETENTION_RULES: readonly RetentionRule[] = [
  ...SIGNING_IN,
  ...ANSWERS,
  ...SOURCES,
  ...MESSAGES,
  ...RECORDS,
];
