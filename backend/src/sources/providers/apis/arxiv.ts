import { parse } from '@citation-js/name';
import { DomUtils, parseDocument } from 'htmlparser2';
import { cleanItem } from '../../csl/clean-item';
import { issued, titled } from '../lenient';
import type { Work } from '../provider-answer';
import { type CallLimit, ProviderApi } from '../provider-api';
import { ProviderFailure } from '../provider-failure';
import type { Question } from '../question';
import type { ProviderRequest } from '../transport';

/** The DOIs that arXiv itself gives to its papers. */
const OWN_DOI = /^10\.48550\/arxiv\.(.+)$/i;
const ABSTRACT_PAGE = /\/abs\/(.+?)(?:v\d+)?$/;
const WITHDRAWN = /\bwithdrawn\b/i;

type Parent = Parameters<typeof DomUtils.getElementsByTagName>[1];

const elements = (name: string, parent: Parent) =>
  DomUtils.getElementsByTagName(name, parent, true);

function textIn(name: string, parent: Parent): string | undefined {
  const [element] = elements(name, parent);
  return element === undefined ? undefined : DomUtils.textContent(element).trim();
}

function toWork(entry: Parent): Work {
  const page = textIn('id', entry) ?? '';
  const id = ABSTRACT_PAGE.exec(page)?.[1];
  // a refusal comes as a feed with one entry, whose id leads to an explanation
  if (id === undefined) throw new ProviderFailure('rejected');
  const csl = cleanItem({
    type: 'article',
    title: textIn('title', entry),
    abstract: textIn('summary', entry),
    author: elements('author', entry).map((author) => parse(textIn('name', author) ?? '')),
    issued: issued(textIn('published', entry), undefined),
    publisher: 'arXiv',
    number: `arXiv:${id}`,
    URL: `https://arxiv.org/abs/${id}`,
    DOI: `10.48550/arXiv.${id}`,
  });
  const withdrawn = WITHDRAWN.test(textIn('arxiv:comment', entry) ?? '');
  return { csl, retracted: withdrawn || null };
}

/** A phrase as the query language has it; quotation marks and brackets are its syntax. */
const phrase = (field: string, words: string) => `${field}:"${words.replace(/["()\\]/g, ' ')}"`;

const allWords = (words: string) =>
  (words.match(/[\p{L}\p{N}]+/gu) ?? []).map((word) => `all:${word}`).join(' AND ');

/** The arXiv API: one call in three seconds, answers in Atom. Knows only its own papers' DOIs. */
export class Arxiv extends ProviderApi {
  readonly name = 'arxiv';
  readonly limit: CallLimit = { calls: 1, intervalMs: 3000 };
  readonly knowsRetractions = false;

  request(question: Question): ProviderRequest | undefined {
    if (question.kind === 'doi') {
      const id = OWN_DOI.exec(question.doi)?.[1];
      return id === undefined ? undefined : this.to('query', { id_list: id, max_results: '1' });
    }
    const { words, author, year, limit } = question;
    const parts = [
      allWords(words),
      author && phrase('au', author),
      year && `submittedDate:[${String(year)}01010000 TO ${String(year)}12312359]`,
    ];
    const search_query = parts.filter(Boolean).join(' AND ');
    return this.to('query', { search_query, max_results: String(limit) });
  }

  read(body: string): Work[] {
    const [feed] = elements('feed', parseDocument(body, { xmlMode: true }).children);
    // without its end it is not whole, however well it reads
    if (feed === undefined || !/<\/feed>\s*$/.test(body)) throw new ProviderFailure('malformed');
    return titled(elements('entry', feed).map(toWork));
  }
}
