import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SourceProviderName } from '../../config';
import type { Fault, Faults, SeenRequest } from './reply';
import { arxivFeed, crossrefItem, openAlexWork, semanticScholarPaper } from './wire-formats';
import { type FixtureWork, matches, RECALL, TAKEN_BACK, THESIS } from './work-fixtures';

/**
 * The four services for tests, one process of their own: real HTTP, their paths and formats, and
 * the faults that real ones have. Each lives below a path of its name.
 */
const WORKS = [RECALL, TAKEN_BACK, THESIS];
const ARXIV_ID = '2101.00001';

let faults: Faults = {};
const seen: SeenRequest[] = [];

interface Answer {
  status: number;
  body: unknown;
  headers?: Record<string, string>;
}

const NOT_FOUND: Answer = { status: 404, body: { error: 'not found' } };

const byDoi = (doi: string) =>
  WORKS.find((work) => work.doi.toLowerCase() === decodeURIComponent(doi).toLowerCase());

const found = (query: string | null) => WORKS.filter((work) => matches(work, query ?? ''));

function one(doi: string, describe: (work: FixtureWork) => unknown): Answer {
  const work = byDoi(doi);
  return work === undefined ? NOT_FOUND : { status: 200, body: describe(work) };
}

function semanticScholar({ pathname, searchParams }: URL): Answer {
  const [, doi] = /^\/paper\/DOI:(.+)$/.exec(pathname) ?? [];
  if (doi !== undefined) return one(doi, semanticScholarPaper);
  const data = found(searchParams.get('query')).map(semanticScholarPaper);
  return { status: 200, body: { total: data.length, offset: 0, ...(data.length > 0 && { data }) } };
}

function openAlex({ pathname, searchParams }: URL): Answer {
  const [, doi] = /^\/works\/doi:(.+)$/.exec(pathname) ?? [];
  if (doi !== undefined) return one(doi, openAlexWork);
  const results = found(searchParams.get('search')).map(openAlexWork);
  return { status: 200, body: { meta: { count: results.length }, results } };
}

function crossref({ pathname, searchParams }: URL): Answer {
  const headers = { 'x-rate-limit-limit': '50', 'x-rate-limit-interval': '1s' };
  const [, doi] = /^\/works\/(.+)$/.exec(pathname) ?? [];
  if (doi !== undefined) {
    const answer = one(doi, (work) => ({ status: 'ok', message: crossrefItem(work) }));
    return { ...answer, headers };
  }
  const items = found(searchParams.get('query.bibliographic')).map(crossrefItem);
  return { status: 200, body: { status: 'ok', message: { items } }, headers };
}

function arxiv({ searchParams }: URL): Answer {
  const id = searchParams.get('id_list');
  const query = searchParams.get('search_query')?.replaceAll(/all:|AND/g, ' ') ?? null;
  const works = id === ARXIV_ID ? [RECALL] : id === null ? found(query) : [];
  return { status: 200, body: arxivFeed(works.map((work) => [ARXIV_ID, work])) };
}

const SERVICES: Record<SourceProviderName, (url: URL) => Answer> = {
  semantic_scholar: semanticScholar,
  openalex: openAlex,
  crossref,
  arxiv,
};

const asText = (body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body));

function fail(response: ServerResponse, fault: Fault, body: string): void {
  switch (fault.kind) {
    case 'status':
      response.writeHead(fault.status, fault.headers).end('{"message": "no"}');
      break;
    case 'html':
      response.writeHead(200, { 'content-type': 'text/html' }).end('<html>Sign in first</html>');
      break;
    case 'silence':
      break;
    case 'drip': {
      const timer = setInterval(() => response.write(' '), 100);
      response.on('close', () => clearInterval(timer));
      break;
    }
    case 'cut':
      response.end(body.slice(0, body.length / 2));
      break;
    case 'flood':
      response.end(' '.repeat(8 * 1024 * 1024) + body);
      break;
    case 'redirect':
      response.writeHead(302, { location: fault.to }).end();
      break;
  }
}

const isService = (name: string): name is SourceProviderName => name in SERVICES;

const server = createServer((request, response) => {
  const path = request.url ?? '/';
  const [, name = '', rest = '/'] = /^\/(\w+)(\/.*)$/.exec(path) ?? [];
  if (!isService(name)) {
    response.writeHead(404).end();
    return;
  }
  seen.push({ provider: name, path: rest, headers: request.headers });
  const answer = SERVICES[name](new URL(rest, 'http://service'));
  const fault = faults[name];
  if (fault !== undefined) fail(response, fault, asText(answer.body));
  else response.writeHead(answer.status, answer.headers).end(asText(answer.body));
});

/** What the test's own process may tell this one. */
export type Command = { kind: 'faults'; faults: Faults } | { kind: 'seen' };

process.on('message', (command: Command) => {
  if (command.kind === 'faults') {
    ({ faults } = command);
    seen.length = 0;
  }
  process.send?.({ seen });
});
process.on('disconnect', () => process.exit(0));

server.listen(0, '127.0.0.1', () => {
  process.send?.({ port: (server.address() as AddressInfo).port });
});
