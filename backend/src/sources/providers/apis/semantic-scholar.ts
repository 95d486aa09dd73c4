import { parse } from '@citation-js/name';
import { z } from 'zod';
import { cleanItem } from '../../csl/clean-item';
import { int, issued, listOf, parseJson, text, texts, titled } from '../lenient';
import type { Work } from '../provider-answer';
import { type CallLimit, ProviderApi } from '../provider-api';
import type { Question } from '../question';
import type { ProviderRequest } from '../transport';
import { doiPath } from './doi-path';

const FIELDS = [
  'title',
  'abstract',
  'year',
  'publicationDate',
  'publicationTypes',
  'venue',
  'journal',
  'authors',
  'externalIds',
].join(',');

const Paper = z.object({
  title: text,
  abstract: text,
  year: int,
  publicationDate: text,
  publicationTypes: texts,
  venue: text,
  journal: z.object({ name: text, volume: text, pages: text }).partial().catch({}),
  authors: listOf(z.object({ name: z.string() })),
  // the service keeps DOIs here, and only here
  externalIds: z.object({ DOI: text, ArXiv: text }).partial().catch({}),
});

type Paper = z.infer<typeof Paper>;

/** An answer without hits leaves `data` out. */
const Found = z.object({ total: z.number(), data: z.array(Paper).default([]) });

const TYPES: readonly (readonly [string, string])[] = [
  ['Book', 'book'],
  ['BookSection', 'chapter'],
  ['Conference', 'paper-conference'],
  ['Dataset', 'dataset'],
  ['JournalArticle', 'article-journal'],
];

function typeOf({ publicationTypes, journal }: Paper): string {
  const known = TYPES.find(([type]) => publicationTypes.includes(type));
  return known?.[1] ?? (journal.volume === undefined ? 'article' : 'article-journal');
}

function toWork(paper: Paper): Work {
  const { title, abstract, journal, venue, externalIds } = paper;
  const arxivId = externalIds.ArXiv;
  const csl = cleanItem({
    type: typeOf(paper),
    title,
    abstract,
    author: paper.authors.map(({ name }) => parse(name)),
    issued: issued(paper.publicationDate, paper.year),
    'container-title': journal.name ?? venue,
    volume: journal.volume,
    page: journal.pages?.replace(/\s+/g, ' '),
    DOI: externalIds.DOI ?? (arxivId && `10.48550/arXiv.${arxivId}`),
  });
  return { csl, retracted: null };
}

/**
 * Semantic Scholar's Academic Graph API. Without a key all callers share one pool and are refused
 * (429, without `Retry-After`) whenever it is busy; a key grants one call a second.
 */
export class SemanticScholar extends ProviderApi {
  readonly name = 'semantic_scholar';
  readonly limit: CallLimit = { calls: 1, intervalMs: 1000 };
  readonly knowsRetractions = false;

  request(question: Question): ProviderRequest {
    const { url, headers } = this.addressOf(question);
    const { apiKey } = this.access;
    return { url, headers: { ...headers, ...(apiKey !== undefined && { 'x-api-key': apiKey }) } };
  }

  read(body: string, { kind }: Question): Work[] {
    const papers = kind === 'doi' ? [parseJson(body, Paper)] : parseJson(body, Found).data;
    return titled(papers.map(toWork));
  }

  private addressOf(question: Question): ProviderRequest {
    if (question.kind === 'doi') {
      return this.to(`paper/DOI:${doiPath(question.doi)}`, { fields: FIELDS });
    }
    const { words, author = '', year, limit } = question;
    return this.to('paper/search', {
      // a hyphen makes its search find nothing
      query: `${words} ${author}`.replaceAll('-', ' ').trim(),
      fields: FIELDS,
      limit: String(limit),
      year: year?.toString(),
    });
  }
}
