const COLUMNS = `p.id, p.source_id as "sourceId", s.key, p.page, p.kind, p.text,
  s.csl ->> 'page' as printed, s.page_count as "pageCount"`;

/**
 * The revision of a document's sources, and those of the passages that it has, in no order. One row
 * without a passage when it has none of them. $1 document, $2 passages
 */
export const BY_ID = `
select d.sources_revision as revision, ${COLUMNS}
from documents d
  left join (passages p join sources s on s.id = p.source_id)
    on p.id = any($2::uuid[]) and p.document_id = d.id
where d.id = $1`;

/** The sources of a document in the order of keys. $1 document */
export const SOURCE_IDS = `
select id from sources where document_id = $1 order by key collate "C"`;

/** Of one source, by its index rather than sorted anew. $1 source, $2 ordinal after which, $3 limit */
export const OF_SOURCE = `
select ${COLUMNS}, p.ordinal
from passages p join sources s on s.id = p.source_id
where p.source_id = $1 and p.ordinal > $2
order by p.ordinal
limit $3`;

/** $1 document, $2 passages */
export const NAMED = `
select ${COLUMNS}
from passages p join sources s on s.id = p.source_id
where p.document_id = $1 and p.id = any($2::uuid[])`;

/** The first passages of each source. $1 document, $2 sources, $3 how many of each */
export const OPENING = `
select ${COLUMNS}
from passages p join sources s on s.id = p.source_id
where p.document_id = $1 and p.source_id = any($2::uuid[])
  and (select count(*) from passages o
    where o.source_id = p.source_id and o.ordinal < p.ordinal) < $3
order by s.key collate "C", p.ordinal`;

/** Which of some texts stand word for word in a source. $1 document, $2 sources, $3 texts */
export const COPIED = `
select distinct t.text, p.source_id as "sourceId"
from unnest($3::text[]) as t(text)
join passages p on p.document_id = $1 and p.source_id = any($2::uuid[]) and strpos(p.text, t.text) > 0`;
