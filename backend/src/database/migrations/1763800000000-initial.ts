import type { MigrationInterface, QueryRunner } from 'typeorm';

const ACCOUNTS = `
create table users (
  id uuid primary key,
  email text not null unique check (email = lower(email)),
  full_name text,
  role text not null default 'student' check (role in ('student', 'admin')),
  locale text not null default 'en',
  blocked_at timestamptz,
  created_at timestamptz not null default now()
);
create table sign_in_attempts (
  id uuid primary key,
  email text not null,
  token_hash bytea not null unique,
  code_hash bytea not null,
  browser_hash bytea not null,
  wrong_codes int not null default 0,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now()
);
create index on sign_in_attempts (email, created_at);
create table sessions (
  id uuid primary key,
  user_id uuid not null references users on delete cascade,
  user_agent text,
  ended_at timestamptz,
  created_at timestamptz not null default now()
);
create index on sessions (user_id);
create table refresh_tokens (
  id uuid primary key,
  session_id uuid not null references sessions on delete cascade,
  token_hash bytea not null unique,
  expires_at timestamptz not null,
  rotated_at timestamptz,
  created_at timestamptz not null default now()
);
create index on refresh_tokens (session_id);
create table idempotency_keys (
  user_id uuid not null references users on delete cascade,
  key text not null,
  request_hash bytea not null,
  status int,
  answer jsonb,
  created_at timestamptz not null default now(),
  primary key (user_id, key)
);
create table token_usage (
  user_id uuid not null references users on delete cascade,
  day date not null,
  used bigint not null default 0 check (used >= 0),
  reserved bigint not null default 0 check (reserved >= 0),
  primary key (user_id, day)
);
create table token_reservations (
  id uuid primary key,
  user_id uuid not null,
  day date not null,
  tokens bigint not null check (tokens > 0),
  expires_at timestamptz not null,
  foreign key (user_id, day) references token_usage on delete cascade
);
create index on token_reservations (user_id, day);`;

const DOCUMENTS = `
create table documents (
  id uuid primary key,
  owner_id uuid not null references users on delete cascade,
  title text not null,
  topic text not null,
  language text not null,
  type text not null,
  target_pages int not null,
  citation_style text not null,
  additional_requirements text not null default '',
  status text not null default 'draft'
    check (status in ('draft', 'outlined', 'generating', 'completed')),
  word_count int not null default 0,
  outline jsonb,
  version int not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on documents (owner_id, created_at desc, id desc);
create table sections (
  id uuid primary key,
  document_id uuid not null references documents on delete cascade,
  position int not null,
  title text not null,
  content text not null default '',
  status text not null default 'planned' check (status in ('planned', 'written', 'edited')),
  word_count int not null default 0,
  writer text,
  version int not null default 1,
  updated_at timestamptz not null default now()
);
create index on sections (document_id, position);`;

const SOURCES = `
create table sources (
  id uuid primary key,
  document_id uuid not null references documents on delete cascade,
  key text not null,
  identity text not null,
  csl jsonb not null,
  page_count int,
  status text not null check (status in ('ready', 'reference_only')),
  created_at timestamptz not null default now(),
  unique (document_id, key),
  unique (document_id, identity)
);
create table passages (
  id uuid primary key,
  document_id uuid not null references documents on delete cascade,
  source_id uuid not null references sources on delete cascade,
  ordinal int not null,
  page int,
  kind text not null check (kind in ('fulltext', 'abstract', 'annotation')),
  text text not null,
  search tsvector not null
);
create index on passages (source_id, ordinal);
create index on passages (document_id);
create index on passages using gin (search);
create table section_citations (
  section_id uuid not null references sections on delete cascade,
  ordinal int not null,
  source_id uuid not null references sources on delete cascade,
  passage_id uuid references passages on delete set null,
  locator text,
  quotation text,
  primary key (section_id, ordinal)
);
create index on section_citations (source_id);`;

const JOBS = `
create table jobs (
  id uuid primary key,
  document_id uuid not null references documents on delete cascade,
  owner_id uuid not null references users on delete cascade,
  status text not null default 'queued' check (status in
    ('queued', 'running', 'paused', 'cancelling', 'cancelled', 'failed', 'completed')),
  stage text not null default 'queued',
  requirements text not null default '',
  sections_done int not null default 0,
  sections_total int not null default 0,
  tokens_used bigint not null default 0,
  error_code text,
  error_detail text,
  epoch int not null default 0,
  crashes int not null default 0,
  lease_until timestamptz,
  last_seq int not null default 0,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz
);
create unique index one_active_job_per_document on jobs (document_id)
  where status in ('queued', 'running', 'paused', 'cancelling');
create index on jobs (document_id, created_at desc);
create index jobs_unfinished on jobs (lease_until) where status in ('queued', 'running', 'cancelling');
create table job_steps (
  job_id uuid not null references jobs on delete cascade,
  step text not null,
  result jsonb not null,
  tokens_used bigint not null default 0,
  duration_ms int not null,
  created_at timestamptz not null default now(),
  primary key (job_id, step)
);
create index on job_steps (created_at desc);
create table job_events (
  job_id uuid not null references jobs on delete cascade,
  seq int not null,
  data jsonb not null,
  created_at timestamptz not null default now(),
  primary key (job_id, seq)
);`;

const EXPORTS = `
create table exports (
  id uuid primary key,
  document_id uuid not null references documents on delete cascade,
  format text not null check (format in ('docx', 'pdf')),
  content_hash text not null,
  storage_key text not null,
  sha256 text not null,
  file_size int not null,
  linked_until timestamptz not null default now() + interval '1 hour',
  created_at timestamptz not null default now(),
  unique (document_id, format, content_hash)
);`;

export class Initial1763800000000 implements MigrationInterface {
  readonly name = 'Initial1763800000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [ACCOUNTS, DOCUMENTS, SOURCES, JOBS, EXPORTS]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table exports, job_events, job_steps, jobs, section_citations,
      passages, sources, sections, documents, token_reservations, token_usage, idempotency_keys,
      refresh_tokens, sessions, sign_in_attempts, users`);
  }
}
