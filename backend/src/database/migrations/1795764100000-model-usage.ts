import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An erased account takes its name off what it has cost, not the cost out of the sums. */
const UP = `
create table model_usage (
  id uuid primary key default gen_random_uuid(),
  day date not null,
  user_id uuid,
  model text not null,
  -- of the price that held; null: none was known
  currency text check (currency ~ '^[A-Z]{3}$'),
  calls bigint not null check (calls > 0),
  tokens_in bigint not null check (tokens_in >= 0),
  tokens_out bigint not null check (tokens_out >= 0),
  -- millionths of the currency's main unit
  cost bigint not null check (cost >= 0),
  unique nulls not distinct (day, user_id, model, currency)
);
create index on model_usage (user_id);
create function keep_model_usage() returns trigger language plpgsql as $$
  begin
    with gone as (delete from model_usage where user_id = old.id returning *)
    insert into model_usage as u (day, user_id, model, currency, calls, tokens_in, tokens_out, cost)
    select day, null, model, currency, calls, tokens_in, tokens_out, cost from gone
    order by day, model, currency
    on conflict (day, user_id, model, currency) do update set calls = u.calls + excluded.calls,
      tokens_in = u.tokens_in + excluded.tokens_in,
      tokens_out = u.tokens_out + excluded.tokens_out, cost = u.cost + excluded.cost;
    return old;
  end $$;
create trigger keep_model_usage before delete on users
  for each row execute function keep_model_usage();`;

const DOWN = `
drop trigger keep_model_usage on users;
drop function keep_model_usage;
drop table model_usage;`;

/** What calls to models have used and cost, by day, user and model. */
export class ModelUsage1795764100000 implements MigrationInterface {
  readonly name = 'ModelUsage1795764100000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
