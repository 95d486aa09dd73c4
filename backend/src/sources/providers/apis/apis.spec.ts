import fc from 'fast-check';
import {
  arxivFeed,
  crossrefItem,
  openAlexWork,
  semanticScholarPaper,
} from '../../../testing/providers/wire-formats';
import { RECALL, TAKEN_BACK, THESIS } from '../../../testing/providers/work-fixtures';
import { fit } from '../fitness';
import type { ProviderApi } from '../provider-api';
import type { Question } from '../question';
import { Arxiv } from './arxiv';
import { Crossref } from './crossref';
import { OpenAlex } from './openalex';
import { SemanticScholar } from './semantic-scholar';

const access = {
  baseUrl: 'https://service.example/v1/',
  apiKey: 'a key',
  contactEmail: 'us@example.org',
};

const semanticScholar = new SemanticScholar(access);
const openAlex = new OpenAlex(access);
const crossref = new Crossref(access);
const arxiv = new Arxiv(access);

const byDoi: Question = { kind: 'doi', doi: RECALL.doi };
const byWords: Question = {
  kind: 'words',
  words: 'night-train reading: "a (study)"',
  author: 'Testova',
  year: 2019,
  limit: 7,
};
const json = (value: unknown) => JSON.stringify(value);

const FACTS = {
  title: RECALL.title,
  author: [{ given: 'Ada', family: 'Testova' }],
  issued: { 'date-parts': [[2019, 3, 1]] },
  abstract: RECALL.abstract,
};
const IN_JOURNAL = {
  ...FACTS,
  type: 'article-journal',
  'container-title': RECALL.container,
  volume: '7',
  DOI: RECALL.doi,
};

describe('an answer of one work', () => {
  it('becomes a record of ours, whoever gives it', () => {
    const [s2] = semanticScholar.read(json(semanticScholarPaper(RECALL)), byDoi);
    expect(s2).toMatchObject({ csl: { ...IN_JOURNAL, page: '10 - 19' }, retracted: null });
    const [alex] = openAlex.read(json(openAlexWork(RECALL)), byDoi);
    expect(alex).toMatchObject({ csl: { ...IN_JOURNAL, page: '10-19' }, retracted: false });
    const [cross] = crossref.read(json({ message: crossrefItem(RECALL) }), byDoi);
    const author = [...FACTS.author, { literal: 'The Night Train Group' }];
    expect(cross).toMatchObject({ csl: { ...IN_JOURNAL, author }, retracted: false });
    const [preprint] = arxiv.read(arxivFeed([['2101.00001', RECALL]]));
    expect(preprint).toMatchObject({
      csl: {
        ...FACTS,
        type: 'article',
        DOI: '10.48550/arXiv.2101.00001',
        number: 'arXiv:2101.00001',
      },
      retracted: null,
    });
  });

  it('says of a retracted work that it is one', () => {
    expect(openAlex.read(json(openAlexWork(TAKEN_BACK)), byDoi)[0]?.retracted).toBe(true);
    const item = crossrefItem(TAKEN_BACK);
    expect(crossref.read(json({ message: item }), byDoi)[0]?.retracted).toBe(true);
    const notice = { ...crossrefItem(RECALL), 'update-to': [{ type: 'retraction', DOI: 'x' }] };
    expect(crossref.read(json({ message: notice }), byDoi)[0]?.retracted).toBe(true);
    const corrected = { ...crossrefItem(RECALL), 'updated-by': [{ type: 'correction' }] };
    expect(crossref.read(json({ message: corrected }), byDoi)[0]?.retracted).toBe(false);
    expect(arxiv.read(arxivFeed([['1', TAKEN_BACK]]))[0]?.retracted).toBe(true);
  });
});

describe('an answer of several', () => {
  it('may be empty, which is no failure', () => {
    expect(semanticScholar.read(json({ total: 0, offset: 0 }), byWords)).toEqual([]);
    expect(openAlex.read(json({ results: [] }), byWords)).toEqual([]);
    expect(crossref.read(json({ message: { items: [] } }), byWords)).toEqual([]);
    expect(arxiv.read(arxivFeed([]))).toEqual([]);
  });

  it('leaves out theses and records without author or year', () => {
    const results = [
      openAlexWork(THESIS),
      { ...openAlexWork(RECALL), authorships: [] },
      { ...openAlexWork(RECALL), publication_year: null, publication_date: null },
      openAlexWork(RECALL),
    ];
    const works = fit(openAlex.read(json({ results }), byWords));
    expect(works.map(({ csl }) => csl.title)).toEqual([RECALL.title]);
  });

  it('keeps what is right of a record when a field of it is wrong', () => {
    const odd = { ...openAlexWork(RECALL), biblio: 'none', language: 7, is_retracted: 'no' };
    const [work] = openAlex.read(json({ results: [odd] }), byWords);
    expect(work).toMatchObject({ csl: { title: RECALL.title }, retracted: null });
  });
});

const APIS: [string, ProviderApi][] = [
  ['Semantic Scholar', semanticScholar],
  ['OpenAlex', openAlex],
  ['Crossref', crossref],
  ['arXiv', arxiv],
];

describe.each(APIS)('what is no answer of %s', (_, api) => {
  it.each([
    ['a page for people', '<html><body>Please sign in</body></html>'],
    ['nothing', ''],
    ['JSON that breaks off', '{"message": {"items": [{"title": ["A'],
    ['JSON of something else', '{"ok": true}'],
    ['a list', '[]'],
    ['a feed that breaks off', '<feed><entry><id>http://arxiv.org/abs/1</id><title>A'],
    ['nothing but brackets', '{"a":'.repeat(50_000)],
  ])('is a failure, never an empty answer: %s', (_name, body) => {
    expect(() => api.read(body, byWords)).toThrow('malformed');
  });

  it('ends in a failure or in clean records, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
        try {
          for (const { csl } of api.read(body, byWords)) expect(typeof csl.type).toBe('string');
        } catch (error) {
          expect(error).toMatchObject({ name: 'ProviderFailure' });
        }
      }),
    );
  });
});

it('takes records of an unknown shape for a failure', () => {
  const renamed = { results: [{ display_title: 'A title under another name' }] };
  expect(() => openAlex.read(json(renamed), byWords)).toThrow('malformed');
});

it('takes arXiv’s explanation of an error for a refusal', () => {
  const feed =
    '<feed><entry><id>http://arxiv.org/api/errors#bad</id><title>Error</title></entry></feed>';
  expect(() => arxiv.read(feed)).toThrow('rejected');
});

const hrefOf = (api: ProviderApi, question: Question) => {
  const url = api.request(question)?.url;
  return url === undefined ? undefined : decodeURIComponent(url.href.replaceAll('+', ' '));
};

describe('a request', () => {
  it('asks for a DOI where the service has it', () => {
    const base = 'https://service.example/v1';
    expect(hrefOf(semanticScholar, byDoi)).toContain(
      `${base}/paper/DOI:${RECALL.doi}?fields=title,`,
    );
    expect(hrefOf(openAlex, byDoi)).toContain(`${base}/works/doi:${RECALL.doi}?select=doi,`);
    expect(hrefOf(crossref, byDoi)).toBe(`${base}/works/${RECALL.doi}?mailto=us@example.org`);
    const own: Question = { kind: 'doi', doi: '10.48550/ARXIV.2101.00001' };
    expect(hrefOf(arxiv, own)).toBe(`${base}/query?id_list=2101.00001&max_results=1`);
  });

  it('is not made of arXiv for another’s DOI, which it cannot know', () => {
    expect(arxiv.request(byDoi)).toBeUndefined();
  });

  it('asks for words in the syntax of the service', () => {
    expect(hrefOf(semanticScholar, byWords)).toContain('night train reading');
    expect(hrefOf(openAlex, byWords)).toContain('filter=type:!dissertation,publication_year:2019');
    expect(hrefOf(crossref, byWords)).toContain('from-pub-date:2019,until-pub-date:2019');
    expect(hrefOf(arxiv, byWords)).toContain(
      'all:night AND all:train AND all:reading AND all:a AND all:study AND au:"Testova"',
    );
  });

  it('says who we are', () => {
    for (const [, api] of APIS) {
      expect(api.request(byWords)?.headers['user-agent']).toContain('mailto:us@example.org');
    }
    expect(semanticScholar.request(byDoi).headers).toMatchObject({ 'x-api-key': 'a key' });
    expect(crossref.request(byDoi).headers).toMatchObject({
      'crossref-plus-api-token': 'Bearer a key',
    });
  });

  it.each(['10.5555/../../admin', '10.5555/a?b=c#d', '10.5555/a b', '10.5555/\u{1F600}'])(
    'cannot be led elsewhere by a DOI: %s',
    (doi) => {
      for (const api of [semanticScholar, openAlex, crossref]) {
        const url = api.request({ kind: 'doi', doi })?.url;
        expect(url?.pathname).toMatch(/^\/v1\/(paper\/DOI:|works\/)/);
        expect(decodeURIComponent(url?.pathname ?? '')).toContain(doi);
      }
    },
  );
});

describe('what headers tell', () => {
  it('is the limit, of Crossref', () => {
    const headers = new Headers({ 'X-Rate-Limit-Limit': '3', 'X-Rate-Limit-Interval': '2s' });
    expect(crossref.statedLimit(headers)).toEqual({ calls: 3, intervalMs: 2000 });
    for (const odd of ['', '0', '-1', 'many']) {
      expect(crossref.statedLimit(new Headers({ 'x-rate-limit-limit': odd }))).toBeUndefined();
    }
  });

  it('is the end of the day’s budget, of OpenAlex', () => {
    const spentFor = (headers: Record<string, string>, status = 429) =>
      openAlex.spentFor({ status, headers: new Headers(headers), body: '' });
    expect(spentFor({ 'retry-after': '54000' })).toBe(54_000_000);
    expect(spentFor({ 'x-ratelimit-remaining': '0' })).toBeLessThanOrEqual(86_400_000);
    expect(spentFor({ 'retry-after': '30', 'x-ratelimit-remaining': '5' })).toBeUndefined();
    expect(spentFor({ 'x-ratelimit-remaining': '0' }, 200)).toBeUndefined();
  });
});
