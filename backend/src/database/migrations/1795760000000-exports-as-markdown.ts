import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `
alter table exports drop constraint exports_format_check,
  add constraint exports_format_check check (format in ('docx', 'pdf', 'md'));`;

const DOWN = `
delete from exports where format = 'md';
alter table exports drop constraint exports_format_check,
  add constraint exports_format_check check (format in ('docx', 'pdf'));`;

/** Documents can be exported as Markdown with their references. */
export class ExportsAsMarkdown1795760000000 implements MigrationInterface {
  readonly name = 'ExportsAsMarkdown1795760000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
