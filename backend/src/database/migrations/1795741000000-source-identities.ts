import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
-- By which an import finds the sources that it may be about, without reading all of a document's.
-- A work and the start of a title are told by a hash and a comparison that SQL cannot make; a row
-- without a work is completed before the next import or edit of its document.
alter table sources
  add column doi text,
  add column work text,
  add column title_start text;
update sources set doi = 'doi:' || lower(csl ->> 'DOI') where csl ? 'DOI';
create index on sources (document_id, doi) where doi is not null;
create index on sources (document_id, work);
create index on sources (document_id, title_start) where title_start is not null;
create index on sources (document_id) where work is null;
-- keys with the same beginning, in the order of their bytes whatever the collation is
create index on sources (document_id, key collate "C");`;

const DOWN = `
alter table sources drop column doi, drop column work, drop column title_start;
drop index sources_document_id_key_idx;`;

export class SourceIdentities1795741000000 implements MigrationInterface {
  readonly name = 'SourceIdentities1795741000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
