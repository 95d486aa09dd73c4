import type { MigrationInterface, QueryRunner } from 'typeorm';

const PRICES = `
create table institutions (
  id uuid primary key,
  name text not null,
  mail_domain text not null unique check (mail_domain = lower(mail_domain)),
  pages_per_month int not null check (pages_per_month >= 0),
  created_at timestamptz not null default now()
);
create table price_lists (
  id uuid primary key,
  list jsonb not null,
  set_by uuid not null,
  created_at timestamptz not null default now()
);
create trigger append_only before update or delete or truncate on price_lists
  for each statement execute function refuse_change();
create table discount_codes (
  code text primary key check (code ~ '^[A-Z0-9-]{3,40}$'),
  percent int not null check (percent between 1 and 100),
  max_uses int check (max_uses > 0),
  uses_per_user int not null default 1 check (uses_per_user > 0),
  expires_at timestamptz,
  created_by uuid not null,
  created_at timestamptz not null default now()
);`;

// Without references to people and documents: books outlive them.
const PAYMENTS = `
create table payments (
  id uuid primary key,
  user_id uuid not null,
  document_id uuid not null,
  status text not null default 'quoted' check (status in ('quoted', 'pending', 'paid', 'failed',
    'expired', 'refunding', 'partially_refunded', 'refunded', 'disputed', 'won', 'lost')),
  method text check (method in ('intent', 'checkout', 'none')),
  pages int not null check (pages > 0),
  granted_pages int not null default 0 check (granted_pages between 0 and pages),
  institution_id uuid,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  page_price int not null check (page_price >= 0),
  discount_code text,
  discount int not null default 0 check (discount >= 0),
  amount int not null check (amount >= 0),
  vat_basis_points int not null,
  vat int not null check (vat between 0 and amount),
  facts jsonb not null default '{}',
  pages_returned int not null default 0 check (pages_returned between 0 and pages),
  job_id uuid,
  stripe_intent_id text unique,
  stripe_session_id text unique,
  receipt_number text unique,
  valid_until timestamptz not null,
  paid_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create unique index one_open_payment_per_document on payments (document_id)
  where status in ('quoted', 'pending', 'failed');
create index on payments (user_id, created_at desc, id desc);
create index on payments (document_id) where paid_at is not null;
create index on payments (discount_code) where discount_code is not null;
create index on payments (institution_id, created_at) where institution_id is not null;
create table receipt_counters (year int primary key, last int not null);
create table refunds (
  id uuid primary key,
  payment_id uuid not null references payments,
  cause text not null check (cause in ('request', 'undelivered')),
  requested_by uuid,
  reason text not null,
  status text not null check (status in
    ('requested', 'rejected', 'approved', 'succeeded', 'failed')),
  amount int check (amount > 0),
  decided_by uuid,
  decision_reason text,
  stripe_refund_id text unique,
  created_at timestamptz not null default now(),
  decided_at timestamptz,
  finished_at timestamptz
);
create unique index one_requested_refund_per_payment on refunds (payment_id)
  where status = 'requested';
create index on refunds (payment_id);
create index on refunds (created_at desc, id desc);`;

const LEDGER = `
create table ledger_transactions (
  id uuid primary key,
  payment_id uuid not null references payments,
  cause text not null,
  currency text not null,
  created_at timestamptz not null default now(),
  unique (payment_id, cause)
);
create index on ledger_transactions (created_at, id);
create table ledger_entries (
  transaction_id uuid not null references ledger_transactions,
  account text not null check (account in ('stripe_balance', 'sales', 'vat_payable', 'refunds',
    'disputed', 'dispute_losses')),
  amount int not null check (amount <> 0),
  primary key (transaction_id, account)
);
create trigger append_only before update or delete or truncate on ledger_transactions
  for each statement execute function refuse_change();
create trigger append_only before update or delete or truncate on ledger_entries
  for each statement execute function refuse_change();
create function refuse_unbalanced() returns trigger language plpgsql as $$
  begin
    if (select sum(amount) from ledger_entries where transaction_id = new.transaction_id) <> 0 then
      raise exception 'ledger transaction % does not sum to zero', new.transaction_id
        using errcode = 'check_violation';
    end if;
    return null;
  end $$;
create constraint trigger balanced after insert on ledger_entries
  deferrable initially deferred for each row execute function refuse_unbalanced();`;

const STRIPE = `
create table stripe_customers (
  user_id uuid primary key,
  customer_id text not null unique
);
create table stripe_events (
  id text primary key,
  type text not null,
  created timestamptz not null,
  payment_intent text,
  payment_id uuid references payments,
  payload jsonb not null,
  outcome text not null check (outcome in ('applied', 'unmatched', 'kept')),
  via text not null check (via in ('webhook', 'reconciliation')),
  received_at timestamptz not null default now()
);
create index stripe_events_unmatched on stripe_events (payment_intent)
  where outcome = 'unmatched';
create table stripe_reconciliation (
  only_one boolean primary key default true check (only_one),
  due_at timestamptz not null default now(),
  covered_until timestamptz,
  repaired int not null default 0
);
insert into stripe_reconciliation default values;`;

const DOWN = `
drop table stripe_reconciliation, stripe_events, stripe_customers, ledger_entries,
  ledger_transactions, refunds, receipt_counters, payments, discount_codes,
  price_lists, institutions;
drop function refuse_unbalanced;`;

/** Payments, their refunds, the books, and what Stripe has told. */
export class Payments1795750000000 implements MigrationInterface {
  readonly name = 'Payments1795750000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const part of [PRICES, PAYMENTS, LEDGER, STRIPE]) await runner.query(part);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
