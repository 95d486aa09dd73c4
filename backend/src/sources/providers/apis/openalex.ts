import { parse } from '@citation-js/name';
import { z } from 'zod';
import { cleanItem } from '../../csl/clean-item';
import { int, issued, listOf, parseJson, text, titled } from '../lenient';
import type { Work } from '../provider-answer';
import { type CallLimit, ProviderApi } from '../provider-api';
import type { Question } from '../question';
import type { ProviderReply, ProviderRequest } from '../transport';
import { doiPath } from './doi-path';
import { textOfIndex } from './inverted-index';

const FIELDS = [
  'doi',
  'title',
  'publication_year',
  'publication_date',
  'type',
  'is_retracted',
  'language',
  'authorships',
  'biblio',
  'primary_location',
  'abstract_inverted_index',
].join(',');

const Source = z.object({ display_name: text, type: text }).partial();

const Entry = z.object({
  doi: text,
  title: text,
  publication_year: int,
  publication_date: text,
  type: text,
  is_retracted: z.boolean().nullable().catch(null),
  language: text,
  authorships: listOf(z.object({ author: z.object({ display_name: z.string() }) })),
  biblio: z
    .object({ volume: text, issue: text, first_page: text, last_page: text })
    .partial()
    .catch({}),
  primary_location: z
    .object({ source: Source.nullable().catch(null) })
    .partial()
    .catch({}),
  abstract_inverted_index: z.record(z.string(), z.array(z.int())).nullable().catch(null),
});

type Entry = z.infer<typeof Entry>;

const Found = z.object({ results: z.array(Entry) });

const TYPES = new Map([
  ['book', 'book'],
  ['book-chapter', 'chapter'],
  ['dataset', 'dataset'],
  ['dissertation', 'thesis'],
  ['preprint', 'article'],
  ['reference-entry', 'entry'],
  ['report', 'report'],
  ['standard', 'standard'],
]);

function typeOf({ type = '', primary_location: { source } }: Entry): string {
  const inProceedings = source?.type === 'conference';
  return TYPES.get(type) ?? (inProceedings ? 'paper-conference' : 'article-journal');
}

function pagesOf({ biblio: { first_page: first, last_page: last } }: Entry): string | undefined {
  return first === undefined || last === undefined || first === last ? first : `${first}-${last}`;
}

function toWork(record: Entry): Work {
  const csl = cleanItem({
    type: typeOf(record),
    title: record.title,
    abstract: textOfIndex(record.abstract_inverted_index ?? {}),
    author: record.authorships.map(({ author }) => parse(author.display_name)),
    issued: issued(record.publication_date, record.publication_year),
    'container-title': record.primary_location.source?.display_name,
    volume: record.biblio.volume,
    issue: record.biblio.issue,
    page: pagesOf(record),
    language: record.language,
    DOI: record.doi,
  });
  return { csl, retracted: record.is_retracted };
}

const DAY_MS = 86_400_000;

/**
 * OpenAlex. Every answer states what is left of the day's budget, which is renewed at midnight
 * UTC; single works cost nothing, searches do, so that the two are counted apart.
 */
export class OpenAlex extends ProviderApi {
  readonly name = 'openalex';
  /** Half of what is documented, for each of the two kinds of question. */
  readonly limit: CallLimit = { calls: 50, intervalMs: 1000 };
  readonly knowsRetractions = true;

  override scope({ kind }: Question): string {
    return `${this.name}:${kind}`;
  }

  request(question: Question): ProviderRequest {
    const { apiKey: api_key, contactEmail: mailto } = this.access;
    const common = { select: FIELDS, api_key, mailto };
    if (question.kind === 'doi') {
      return this.to(`works/doi:${doiPath(question.doi)}`, common);
    }
    const { words, author = '', year, limit } = question;
    const filter = [
      'type:!dissertation',
      ...(year === undefined ? [] : [`publication_year:${String(year)}`]),
    ];
    return this.to('works', {
      search: `${words} ${author}`.trim(),
      filter: filter.join(','),
      per_page: String(limit),
      ...common,
    });
  }

  read(body: string, { kind }: Question): Work[] {
    const records = kind === 'doi' ? [parseJson(body, Entry)] : parseJson(body, Found).results;
    return titled(records.map(toWork));
  }

  override spentFor(reply: ProviderReply): number | undefined {
    const left = reply.headers.get('x-ratelimit-remaining');
    const asked = super.spentFor(reply);
    if (asked !== undefined || left === null || Number(left) > 0) return asked;
    return reply.status === 429 ? DAY_MS - (Date.now() % DAY_MS) : undefined;
  }
}
