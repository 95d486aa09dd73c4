import type { FixtureWork } from './work-fixtures';

/** Works in the words of the services; the shapes are theirs, what they say is invented. */

export function semanticScholarPaper(work: FixtureWork) {
  return {
    paperId: 'f00d'.repeat(10),
    externalIds: { DOI: work.doi, CorpusId: 1 },
    title: work.title,
    abstract: work.abstract,
    venue: work.container,
    year: work.year,
    publicationTypes: ['JournalArticle'],
    publicationDate: `${String(work.year)}-03-01`,
    journal: { name: work.container, pages: '10 - 19', volume: '7' },
    authors: [{ authorId: '1', name: `${work.given} ${work.family}` }],
  };
}

function invertedIndex(text: string): Record<string, number[]> {
  const index: Record<string, number[]> = {};
  for (const [place, word] of text.split(' ').entries()) (index[word] ??= []).push(place);
  return index;
}

export function openAlexWork(work: FixtureWork) {
  return {
    doi: `https://doi.org/${work.doi}`,
    title: work.title,
    publication_year: work.year,
    publication_date: `${String(work.year)}-03-01`,
    type: work.thesis ? 'dissertation' : 'article',
    is_retracted: work.retracted ?? false,
    language: 'en',
    authorships: [
      { author_position: 'first', author: { display_name: `${work.given} ${work.family}` } },
    ],
    biblio: { volume: '7', issue: '2', first_page: '10', last_page: '19' },
    primary_location: { source: { display_name: work.container, type: 'journal' } },
    abstract_inverted_index: invertedIndex(work.abstract),
  };
}

export function crossrefItem(work: FixtureWork) {
  return {
    DOI: work.doi,
    type: work.thesis ? 'dissertation' : 'journal-article',
    title: [work.title],
    author: [
      { given: work.given, family: work.family, sequence: 'first', affiliation: [] },
      { name: 'The Night Train Group', sequence: 'additional' },
    ],
    issued: { 'date-parts': [[work.year, 3, 1]] },
    'container-title': [work.container],
    volume: '7',
    issue: '2',
    page: '10-19',
    publisher: 'Invented Press',
    abstract: `<jats:p>${work.abstract}</jats:p>`,
    ISSN: ['0000-0000'],
    ...(work.retracted && {
      'updated-by': [{ type: 'retraction', label: 'Retraction', DOI: '10.5555/notice' }],
    }),
  };
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** @param entries pairs of an arXiv id and its work */
export function arxivFeed(entries: readonly (readonly [string, FixtureWork])[]): string {
  const parts = entries.map(
    ([id, work]) => `<entry>
  <id>http://arxiv.org/abs/${id}v2</id>
  <published>${String(work.year)}-03-01T17:00:00Z</published>
  <title>${escaped(work.title)}</title>
  <summary>${escaped(work.abstract)}</summary>
  <author><name>${work.given} ${work.family}</name></author>
  ${work.retracted ? '<arxiv:comment>This paper has been withdrawn by the author</arxiv:comment>' : ''}
</entry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
<title>ArXiv Query</title>${parts.join('\n')}
</feed>`;
}
