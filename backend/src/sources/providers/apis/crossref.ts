import { z } from 'zod';
import { cleanItem } from '../../csl/clean-item';
import { listOf, parseJson, text, texts, titled } from '../lenient';
import type { Work } from '../provider-answer';
import { type CallLimit, ProviderApi } from '../provider-api';
import type { Question } from '../question';
import type { ProviderRequest } from '../transport';

/**
 * Of each item of a list, which may come with its hundreds of references otherwise. A name that the
 * service does not know here (`language` is one) makes it refuse the whole request.
 */
const FIELDS = [
  'DOI',
  'type',
  'title',
  'subtitle',
  'author',
  'editor',
  'issued',
  'container-title',
  'volume',
  'issue',
  'page',
  'publisher',
  'abstract',
  'ISSN',
  'ISBN',
  'updated-by',
  'update-to',
].join(',');

const Name = z.object({ family: text, given: text, name: text, suffix: text });
const Update = z.object({ type: z.string() });

const Item = z.object({
  DOI: text,
  type: text,
  title: texts,
  subtitle: texts,
  author: listOf(Name),
  editor: listOf(Name),
  issued: z.record(z.string(), z.unknown()).optional().catch(undefined),
  'container-title': texts,
  volume: text,
  issue: text,
  page: text,
  publisher: text,
  abstract: text,
  language: text,
  ISSN: texts,
  ISBN: texts,
  /** Notices about this work. */
  'updated-by': listOf(Update),
  /** Works that this one is a notice about. */
  'update-to': listOf(Update),
});

type Item = z.infer<typeof Item>;

const One = z.object({ message: Item });
const Found = z.object({ message: z.object({ items: z.array(Item) }) });

const TYPES = new Map([
  ['book', 'book'],
  ['book-chapter', 'chapter'],
  ['book-section', 'chapter'],
  ['dataset', 'dataset'],
  ['dissertation', 'thesis'],
  ['edited-book', 'book'],
  ['journal-article', 'article-journal'],
  ['monograph', 'book'],
  ['posted-content', 'article'],
  ['proceedings-article', 'paper-conference'],
  ['reference-book', 'book'],
  ['reference-entry', 'entry'],
  ['report', 'report'],
  ['standard', 'standard'],
]);

const TAKEN_BACK = new Set(['retraction', 'removal', 'withdrawal']);
const takesBack = ({ type }: z.infer<typeof Update>) => TAKEN_BACK.has(type.toLowerCase());

const toName = ({ name, ...person }: z.infer<typeof Name>) => ({ ...person, literal: name });

function toWork(item: Item): Work {
  const { title, subtitle, author, editor } = item;
  const csl = cleanItem({
    type: TYPES.get(item.type ?? '') ?? 'document',
    title: [title[0], subtitle[0]].filter(Boolean).join(': ') || undefined,
    author: author.map(toName),
    editor: editor.map(toName),
    issued: item.issued,
    'container-title': item['container-title'],
    volume: item.volume,
    issue: item.issue,
    page: item.page,
    publisher: item.publisher,
    abstract: item.abstract,
    language: item.language,
    ISSN: item.ISSN,
    ISBN: item.ISBN,
    DOI: item.DOI,
  });
  // the notice of a retraction is as little to be cited as what it takes back
  return { csl, retracted: [...item['updated-by'], ...item['update-to']].some(takesBack) };
}

const SECONDS = /^(\d+(?:\.\d+)?)s$/;

/**
 * Crossref's REST API. Limits differ between single works and lists, and between strangers and
 * those who leave an address; every answer states the one that it fell under.
 */
export class Crossref extends ProviderApi {
  readonly name = 'crossref';
  readonly limit: CallLimit = { calls: 1, intervalMs: 1000 };
  readonly knowsRetractions = true;

  override scope({ kind }: Question): string {
    return `${this.name}:${kind}`;
  }

  request(question: Question): ProviderRequest {
    const { url, headers } = this.addressOf(question, this.access.contactEmail);
    const { apiKey } = this.access;
    const key = apiKey !== undefined && { 'crossref-plus-api-token': `Bearer ${apiKey}` };
    return { url, headers: { ...headers, ...key } };
  }

  read(body: string, { kind }: Question): Work[] {
    const items =
      kind === 'doi' ? [parseJson(body, One).message] : parseJson(body, Found).message.items;
    return titled(items.map(toWork));
  }

  override statedLimit(headers: Headers): CallLimit | undefined {
    const calls = Number(headers.get('x-rate-limit-limit') ?? '');
    const seconds = Number(SECONDS.exec(headers.get('x-rate-limit-interval') ?? '')?.[1]);
    if (!(calls >= 1 && seconds > 0)) return undefined;
    return { calls, intervalMs: seconds * 1000 };
  }

  private addressOf(question: Question, mailto: string | undefined): ProviderRequest {
    if (question.kind === 'doi') {
      return this.to(`works/${encodeURIComponent(question.doi)}`, { mailto });
    }
    const { words, author, year, limit } = question;
    const filter =
      year === undefined
        ? undefined
        : `from-pub-date:${String(year)},until-pub-date:${String(year)}`;
    return this.to('works', {
      'query.bibliographic': words,
      'query.author': author,
      filter,
      rows: String(limit),
      select: FIELDS,
      mailto,
    });
  }
}
