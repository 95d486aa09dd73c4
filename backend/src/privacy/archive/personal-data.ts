/** A table with rows of a person, and which they are; $1 is the id of the account. */
export interface PersonalTable {
  table: string;
  /** For the person who reads the archive. */
  what: string;
  where: string;
  /** Columns that would open something, or say nothing outside of the database. */
  without?: readonly string[];
  /** What of it stays when the account goes, and why; else nothing does. */
  stays?: string;
}

const OWN_DOCUMENTS = 'document_id in (select id from documents where owner_id = $1)';
const OWN_JOBS = 'job_id in (select id from jobs where owner_id = $1)';
const OWN_PAYMENTS = 'payment_id in (select id from payments where user_id = $1)';

const BOOKS = 'amounts, times and states, since the law wants books';

const ACCOUNT: readonly PersonalTable[] = [
  { table: 'users', what: 'your account', where: 'id = $1' },
  {
    table: 'consents',
    what: 'what you were told or agreed to, in which version of the text, when and how',
    where: 'user_id = $1',
  },
  {
    table: 'sign_in_attempts',
    what: 'mails that were asked for to sign in',
    where: 'email = (select email from users where id = $1)',
    without: ['token_hash', 'code_hash', 'browser_hash'],
  },
  {
    table: 'sessions',
    what: 'where you were signed in, with address and browser',
    where: 'user_id = $1',
  },
  { table: 'token_usage', what: 'tokens of language models, by day', where: 'user_id = $1' },
  {
    table: 'model_usage',
    what: 'calls to language models and what they cost, by day and model',
    where: 'user_id = $1',
    stays: 'sums of costs, without the account',
  },
  {
    table: 'idempotency_keys',
    what: 'answers kept for a day, in case that a request is repeated',
    where: 'user_id = $1',
    without: ['request_hash'],
  },
  {
    table: 'audit_events',
    what: 'what happened to your account, by whom and from where',
    where: '$1 in (actor_id, subject_id)',
    stays: 'actions and times, without addresses and words',
  },
];

const WRITING: readonly PersonalTable[] = [
  { table: 'documents', what: 'your documents, with their outlines', where: 'owner_id = $1' },
  {
    table: 'document_requirements',
    what: 'rules of form, as read from your university’s files and as you changed them',
    where: OWN_DOCUMENTS,
  },
  {
    table: 'requirement_judgements',
    what: 'what a language model said of a text and your wishes',
    where: OWN_DOCUMENTS,
  },
  { table: 'abstracts', what: 'abstracts, and who wrote which part', where: OWN_DOCUMENTS },
  {
    table: 'front_texts',
    what: 'second abstracts, acknowledgements and abbreviations, and who wrote which part',
    where: OWN_DOCUMENTS,
  },
  { table: 'sections', what: 'the text, section by section', where: OWN_DOCUMENTS },
  {
    table: 'section_versions',
    what: 'every text that a section ever had, and who wrote which part',
    where: OWN_DOCUMENTS,
  },
  {
    table: 'section_citations',
    what: 'which sentence cites which place, and how far that carries it',
    where: `section_id in (select id from sections where ${OWN_DOCUMENTS})`,
  },
  {
    table: 'suggestions',
    what: 'other wordings that a model suggested, and what you took of them',
    where: OWN_DOCUMENTS,
  },
  { table: 'sources', what: 'your sources; “csl” is CSL-JSON', where: OWN_DOCUMENTS },
  {
    table: 'source_files',
    what: 'the files that you added as sources; they are under files/',
    where: OWN_DOCUMENTS,
    without: ['storage_key'],
  },
  {
    table: 'source_merges',
    what: 'what a source took in of an entry that was the same work, and how it was before',
    where: OWN_DOCUMENTS,
  },
  {
    table: 'source_joins',
    what: 'what two sources and the texts that cited them were before they became one',
    where: OWN_DOCUMENTS,
  },
  {
    table: 'passages',
    what: 'the text of your sources, passage by passage',
    where: OWN_DOCUMENTS,
    without: ['search'],
  },
  {
    table: 'figures',
    what: 'figures; their files are under files/',
    where: OWN_DOCUMENTS,
    without: ['storage_key'],
  },
  {
    table: 'exports',
    what: 'files made of your documents; they are under files/',
    where: OWN_DOCUMENTS,
    without: ['storage_key'],
  },
  {
    table: 'shared_profiles',
    what: 'rules that you share within your university',
    where: 'shared_by = $1',
  },
];

const JOBS: readonly PersonalTable[] = [
  { table: 'jobs', what: 'each time that a document was written', where: 'owner_id = $1' },
  { table: 'job_steps', what: 'what was done for it, step by step', where: OWN_JOBS },
  { table: 'job_events', what: 'its progress, as it was shown', where: OWN_JOBS },
  { table: 'job_origins', what: 'the request that began it', where: OWN_JOBS },
  {
    table: 'paid_answers',
    what: 'answers of models to a job that has not ended',
    where: OWN_JOBS,
    without: ['request'],
  },
  {
    table: 'begun_answers',
    what: 'answers of models that were cut off',
    where: OWN_JOBS,
    without: ['request'],
  },
];

const MONEY: readonly PersonalTable[] = [
  { table: 'payments', what: 'payments', where: 'user_id = $1', stays: BOOKS },
  {
    table: 'refunds',
    what: 'refunds, why they were asked for and how they were decided',
    where: OWN_PAYMENTS,
    stays: `${BOOKS}; no words`,
  },
  { table: 'ledger_transactions', what: 'what was booked', where: OWN_PAYMENTS, stays: BOOKS },
  {
    table: 'ledger_entries',
    what: 'on which accounts; each transaction sums to zero',
    where: `transaction_id in (select id from ledger_transactions where ${OWN_PAYMENTS})`,
    stays: BOOKS,
  },
  { table: 'stripe_customers', what: 'your number with Stripe', where: 'user_id = $1' },
  {
    table: 'stripe_events',
    what: 'what Stripe told of your payments',
    where: OWN_PAYMENTS,
    stays: BOOKS,
  },
];

/** Everything the database has of a person. */
export const PERSONAL_TABLES: readonly PersonalTable[] = [
  ...ACCOUNT,
  ...WRITING,
  ...JOBS,
  ...MONEY,
];

/** Tables that are not in the archive, and why. */
export const NOT_IN_ARCHIVE: Readonly<Record<string, string>> = {
  refresh_tokens: 'digests of tokens; the sessions are there',
  token_reservations: 'tokens held for calls that run just now',
  passage_vectors: 'numbers that a model has made of the passages',
  outbox: 'messages on their way, about rows that are there',
  platform_token_usage: 'of nobody',
  settings_versions: 'of nobody; who has set them is in the audit trail',
  price_lists: 'of nobody; who has set them is in the audit trail',
  discount_codes: 'of nobody; who has made them is in the audit trail',
  mail_wordings: 'of nobody; who has set them is in the audit trail',
  institutions: 'of nobody',
  receipt_counters: 'of nobody',
  stripe_reconciliation: 'of nobody',
  backups: 'of nobody',
  restore_drills: 'of nobody',
  migrations: 'of nobody',
};
