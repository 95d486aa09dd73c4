import type { MigrationInterface, QueryRunner } from 'typeorm';

// Offsets count UTF-16 code units, as JavaScript does; PostgreSQL counts characters. With a filler
// behind every character that takes two units, both count the same.
const UNITS = `
create function utf16_units(value text) returns text language sql immutable strict parallel safe as
$$ select regexp_replace(value, '([\\U00010000-\\U0010FFFF])', E'\\\\1\\x01', 'g') $$`;

const COLUMNS = `
alter table section_citations
  add column quotation_start int,
  add column quotation_end int,
  add column state text not null default 'unchecked'
    check (state in ('supported', 'weak', 'unsupported', 'unchecked')),
  add column score float8 check (score between 0 and 1),
  add column model_checked boolean not null default false`;

const PLACE_QUOTATIONS = `
update section_citations c
set quotation_start = strpos(utf16_units(p.text), utf16_units(c.quotation)) - 1,
  quotation_end = strpos(utf16_units(p.text), utf16_units(c.quotation)) - 1
    + char_length(utf16_units(c.quotation))
from passages p where p.id = c.passage_id and strpos(p.text, c.quotation) > 0`;

const DROP_UNPLACED = `
update section_citations set passage_id = null, quotation = null where quotation_start is null`;

// What has lost its passage rests on the source as a whole, and nobody has checked that.
const CHECK = `
create function check_section_citation() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and new.passage_id is null then
    new.quotation := null;
    new.quotation_start := null;
    new.quotation_end := null;
    new.state := 'unchecked';
    new.score := null;
    new.model_checked := false;
    return new;
  end if;
  if not exists (select 1 from sections s join sources r on r.document_id = s.document_id
      where s.id = new.section_id and r.id = new.source_id) then
    raise exception 'citation of a source of another document' using errcode = 'check_violation';
  end if;
  if new.passage_id is null and new.quotation is null then
    return new;
  end if;
  if not exists (select 1 from passages p
      where p.id = new.passage_id and p.source_id = new.source_id
        and new.quotation_start >= 0 and new.quotation_end > new.quotation_start
        and substr(utf16_units(p.text), new.quotation_start + 1,
          new.quotation_end - new.quotation_start) = utf16_units(new.quotation)) then
    raise exception 'quotation that does not stand in its passage' using errcode = 'check_violation';
  end if;
  return new;
end $$`;

const TRIGGER = `
create trigger check_section_citation before insert or update on section_citations
  for each row execute function check_section_citation()`;

// A source that is cited cannot go, not even in a race with the text that cites it. Deferred, so
// that a document can still go with all that belongs to it.
const KEEP_CITED = `
alter table section_citations drop constraint section_citations_source_id_fkey,
  add constraint section_citations_source_id_fkey foreign key (source_id) references sources
    on delete no action deferrable initially deferred`;

const DOWN = `
alter table section_citations drop constraint section_citations_source_id_fkey,
  add constraint section_citations_source_id_fkey foreign key (source_id) references sources
    on delete cascade;
drop trigger check_section_citation on section_citations;
drop function check_section_citation, utf16_units;
alter table section_citations drop column quotation_start, drop column quotation_end,
  drop column state, drop column score, drop column model_checked`;

/** Where a citation's quotation stands in its passage, and how far that carries the sentence. */
export class CitationSupport1795740000000 implements MigrationInterface {
  readonly name = 'CitationSupport1795740000000';

  async up(runner: QueryRunner): Promise<void> {
    const steps = [UNITS, COLUMNS, PLACE_QUOTATIONS, DROP_UNPLACED, CHECK, TRIGGER, KEEP_CITED];
    for (const step of steps) await runner.query(step);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}
