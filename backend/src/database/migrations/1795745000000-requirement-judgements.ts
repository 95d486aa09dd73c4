import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
create table requirement_judgements (
  document_id uuid primary key references documents on delete cascade,
  digest text not null,
  verdicts jsonb not null,
  created_at timestamptz not null default now()
)`;

/** What a language model said of each text and its author's wishes, so that it is asked once. */
export class RequirementJudgements1795745000000 implements MigrationInterface {
  readonly name = 'RequirementJudgements1795745000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table requirement_judgements');
  }
}
