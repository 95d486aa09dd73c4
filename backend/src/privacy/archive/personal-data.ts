/** A table with rows of a person, and which they are; $1 is the id of the account. */
export interface PersonalTable {
  table: string;
  where: string;
  /** Columns that would open something, or say nothing outside of the database. */
  without?: readonly string[];
}

const OWN_DOCUMENTS = 'document_id in (select id from documents where owner_id = $1)';
const OWN_JOBS = 'job_id in (select id from jobs where owner_id = $1)';
const OWN_PAYMENTS = 'payment_id in (select id from payments where user_id = $1)';

/** Everything the database has of a person. */
export const PERSONAL_TABLES: readonly PersonalTable[] = [
  { table: 'users', where: 'id = $1' },
  { table: 'sessions', where: 'user_id = $1' },
  { table: 'token_usage', where: 'user_id = $1' },
  { table: 'model_usage', where: 'user_id = $1' },
  { table: 'documents', where: 'owner_id = $1' },
  { table: 'document_requirements', where: OWN_DOCUMENTS },
  { table: 'requirement_judgements', where: OWN_DOCUMENTS },
  { table: 'abstracts', where: OWN_DOCUMENTS },
  { table: 'sections', where: OWN_DOCUMENTS },
  { table: 'section_versions', where: OWN_DOCUMENTS },
  { table: 'suggestions', where: OWN_DOCUMENTS },
  { table: 'sources', where: OWN_DOCUMENTS },
  { table: 'source_files', where: OWN_DOCUMENTS, without: ['storage_key'] },
  { table: 'passages', where: OWN_DOCUMENTS, without: ['search'] },
  {
    table: 'section_citations',
    where: `section_id in (select id from sections where ${OWN_DOCUMENTS})`,
  },
  { table: 'jobs', where: 'owner_id = $1' },
  { table: 'job_steps', where: OWN_JOBS },
  { table: 'job_events', where: OWN_JOBS },
  { table: 'figures', where: OWN_DOCUMENTS, without: ['storage_key'] },
  { table: 'exports', where: OWN_DOCUMENTS, without: ['storage_key'] },
  { table: 'shared_profiles', where: 'shared_by = $1' },
  { table: 'payments', where: 'user_id = $1' },
  { table: 'refunds', where: OWN_PAYMENTS },
  { table: 'ledger_transactions', where: OWN_PAYMENTS },
  {
    table: 'ledger_entries',
    where: `transaction_id in (select id from ledger_transactions where ${OWN_PAYMENTS})`,
  },
  { table: 'stripe_customers', where: 'user_id = $1' },
  { table: 'stripe_events', where: OWN_PAYMENTS },
  { table: 'audit_events', where: '$1 in (actor_id, subject_id)' },
];

/** Tables that are not in the archive, and why. */
export const NOT_IN_ARCHIVE: Readonly<Record<string, string>> = {
  sign_in_attempts: 'digests of links and codes, deleted within a day',
  refresh_tokens: 'digests of tokens; the sessions are there',
  idempotency_keys: 'answers given before, deleted within a day',
  token_reservations: 'tokens held for calls that run just now',
  begun_answers: 'what has come of answers of models to a running job; the text is in the sections',
  paid_answers: 'answers of models that a broken job may need again; the text is in the sections',
  passage_vectors: 'numbers that a model has made of the passages',
  outbox: 'messages on their way, about rows that are there',
  platform_token_usage: 'of nobody',
  settings_versions: 'of nobody; who has set them is in the audit trail',
  mail_wordings: 'of nobody; who has changed them is in the audit trail',
  price_lists: 'of nobody',
  discount_codes: 'of nobody',
  institutions: 'of nobody',
  receipt_counters: 'of nobody',
  stripe_reconciliation: 'of nobody',
  job_origins: 'numbers of requests, for who reads the logs',
  backups: 'of nobody',
  restore_drills: 'of nobody',
  migrations: 'of nobody',
};
