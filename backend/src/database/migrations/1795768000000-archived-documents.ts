import type { MigrationInterface, QueryRunner } from 'typeorm';

// Where a job made the outline, its step tells when; of the others nothing is known.
const UP = `
alter table documents add column archived boolean not null default false,
  add column outlined_at timestamptz;
update documents d set outlined_at = made.at
from (select j.document_id, max(s.created_at) as at
  from job_steps s join jobs j on j.id = s.job_id where s.step = 'outline' group by 1) made
where made.document_id = d.id and d.outline is not null;
create index on jobs (owner_id, finished_at desc) where finished_at is not null;`;

const DOWN = `
drop index jobs_owner_id_finished_at_idx;
alter table documents drop column archived, drop column outlined_at;`;

/** Documents that are put away without being lost, and when the outline was last made or changed. */
export class ArchivedDocuments1795768000000 implements MigrationInterface {
  readonly name = 'ArchivedDocuments1795768000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
