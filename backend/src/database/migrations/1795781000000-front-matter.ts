import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
alter table abstracts rename to front_matter;
alter table front_matter rename constraint abstracts_document_id_fkey to front_matter_document_id_fkey;
alter table front_matter rename constraint abstracts_status_check to front_matter_status_check;
alter table front_matter add column part text not null default 'abstract'
    check (part in ('acknowledgements', 'abstract', 'second_abstract', 'abbreviations')),
  add column language text,
  drop constraint abstracts_pkey,
  add constraint front_matter_pkey primary key (document_id, part);
alter table front_matter alter column part drop default;`;

const DOWN = `
delete from front_matter where part <> 'abstract';
alter table front_matter drop constraint front_matter_pkey, drop column part, drop column language,
  add constraint abstracts_pkey primary key (document_id);
alter table front_matter rename constraint front_matter_document_id_fkey to abstracts_document_id_fkey;
alter table front_matter rename constraint front_matter_status_check to abstracts_status_check;
alter table front_matter rename to abstracts;`;

/** Abstracts become one of several texts beside the sections. */
export class FrontMatter1795781000000 implements MigrationInterface {
  readonly name = 'FrontMatter1795781000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
