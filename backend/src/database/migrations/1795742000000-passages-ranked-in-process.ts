import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
-- counts changes of what the search of a document's sources is made from
alter table documents add column sources_revision int not null default 0;
alter table passages drop column search;
create table passage_vectors (
  passage_id uuid not null references passages on delete cascade,
  -- that of the passage, to find all vectors of a document by one index
  document_id uuid not null,
  model text not null,
  -- one signed byte a dimension, the largest part as 127
  vector bytea not null,
  primary key (passage_id, model)
);
create index on passage_vectors (document_id, model, passage_id);`;

const DOWN = `
drop table passage_vectors;
alter table passages add column search tsvector not null default '';
update passages set search = to_tsvector('simple', text);
alter table passages alter column search drop default;
create index on passages using gin (search);
alter table documents drop column sources_revision;`;

export class PassagesRankedInProcess1795742000000 implements MigrationInterface {
  readonly name = 'PassagesRankedInProcess1795742000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
