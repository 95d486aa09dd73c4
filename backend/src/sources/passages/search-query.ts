/** Okapi BM25's usual constants: saturation of repeated words, weight of the passage's length. */
const K1 = 1.2;
const B = 0.75;

/** A word in more passages than this share tells none of them from the others. */
const COMMON_SHARE = 0.6;

/**
 * A query is spoken about if one passage shares this part of its words, or of their weight (rare
 * words weigh more). Below that, what matches is chance: measured with topics on and off the
 * sample library, the best passage has 0.18 to 1 of the weight or 0.37 to 1 of the words for the
 * former, at most 0.16 and 0.29 for the latter.
 */
const SPOKEN_ABOUT = { words: 0.3, weight: 0.17 };

/**
 * BM25 (Robertson and Zaragoza 2009) over the passages of one document. Each word of the query is
 * a term of its own, so that its rarity in the document weighs it; with these weights `ts_rank_cd`
 * counts how often it occurs, in the title and keywords of the work by half. A passage counts if it shares enough different words with the query,
 * not only such as are in most passages, unless the query finds no others; and if the query is
 * spoken about at all.
 *
 * $1 document, $2 configuration, $3 words, $4 the same words folded, $5 sources or null, $6 limit,
 * $7 how many words of the query a passage has to share
 */
export const SEARCH = `
with terms as (
  select ord, case when $2 = 'simple' then plainto_tsquery('simple', folded)
    else plainto_tsquery($2::regconfig, word) || plainto_tsquery('simple', folded) end as query
  from unnest($3::text[], $4::text[]) with ordinality as t(word, folded, ord)
), library as (
  select count(*)::float8 as total, avg(char_length(text))::float8 as length
  from passages where document_id = $1
), hits as (
  select t.ord, p.id, ts_rank_cd('{1,1,0.5,1}', p.search, t.query)::float8 as tf,
    char_length(p.text) as length
  from terms t join passages p on p.document_id = $1 and p.search @@ t.query
), weights as (
  select t.ord, ln(1 + (l.total - count(h.id) + 0.5) / (count(h.id) + 0.5)) as idf,
    count(h.id) between 1 and ${String(COMMON_SHARE)} * l.total as telling
  from library l cross join terms t left join hits h on h.ord = t.ord
  group by t.ord, l.total
), scored as (
  select h.id, bool_or(w.telling) as telling, count(*) as shared, sum(w.idf) as weight,
    sum(w.idf * h.tf * ${String(K1 + 1)}
      / (h.tf + ${String(K1)} * (${String(1 - B)} + ${String(B)} * h.length / l.length))) as rank
  from hits h join weights w on w.ord = h.ord cross join library l
  group by h.id
), spoken as (
  select exists (
    select 1 from scored where shared >= $7
      and (shared >= ${String(SPOKEN_ABOUT.words)} * (select count(*) from terms)
        or weight >= ${String(SPOKEN_ABOUT.weight)} * (select sum(idf) from weights))
  ) as about
)
select p.id, p.source_id as "sourceId", s.key, p.page, p.kind, p.text, c.rank,
  s.csl ->> 'page' as printed, s.page_count as "pageCount"
from spoken join scored c on spoken.about join passages p on p.id = c.id join sources s on s.id = p.source_id
where c.shared >= $7 and (c.telling or not exists (select 1 from weights where telling))
  and ($5::uuid[] is null or p.source_id = any($5))
order by c.rank desc, s.key collate "C", p.ordinal
limit $6`;

/** $1 document, $2 and $3 key and ordinal after which to go on, $4 limit */
export const ALL = `
select p.id, p.source_id as "sourceId", s.key, p.page, p.kind, p.text, 0::float8 as rank,
  s.csl ->> 'page' as printed, s.page_count as "pageCount", p.ordinal
from passages p join sources s on s.id = p.source_id
where p.document_id = $1 and (s.key collate "C", p.ordinal) > ($2, $3)
order by s.key collate "C", p.ordinal
limit $4`;
