import { readFileSync } from 'node:fs';
import { join } from 'node:path';

interface Name {
  family: string;
  given: string;
}

/** The CSL-JSON variables that the sample library promises for every work. */
interface Work {
  id: string;
  type: string;
  title: string;
  author: Name[];
  issued: { 'date-parts': number[][] };
  'container-title'?: string;
  publisher?: string;
  page?: string;
  DOI?: string;
  keyword: string;
  annote: string;
}

interface SampleDocument {
  title: string;
  topic: string;
  language: string;
  type: string;
  targetPages: number;
  citationStyle: string;
}

/** Characters that mean something in Markdown or in a Pandoc citation, and quotation marks. */
const markup = /[[\]"“”*_`@]/;
/** Openings that point to a sentence before, which a sentence quoted alone has lost. */
const dangling = /^(?:This|These|Those|They|It|Its|Such|Their|He|She|However|Therefore|Thus)\b/;

const read = (name: string): unknown =>
  JSON.parse(readFileSync(join(__dirname, 'learning-science', name), 'utf8'));

const works = read('library.json') as Work[];
const document = read('document.json') as SampleDocument;

const words = (text: string): number => text.split(/\s+/).length;
const sentences = ({ annote }: Work): string[] => annote.split(/(?<=\.)\s+/);
const keywords = ({ keyword }: Work): string[] => keyword.split(', ');
const year = ({ issued }: Work): number | undefined => issued['date-parts'][0]?.[0];
const repeated = (values: string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);

const clean = works.map(({ id }) => ({ id, faults: [] as string[] }));
/** Every sentence of every work that has the fault, under its work's id, so a failure names it. */
const faulty = (fault: (sentence: string) => boolean): typeof clean =>
  works.map((work) => ({ id: work.id, faults: sentences(work).filter(fault) }));

describe('the sample library', () => {
  it('has at least forty works, each under an id of its own', () => {
    expect(works.length).toBeGreaterThanOrEqual(40);
    expect(repeated(works.map(({ id }) => id))).toEqual([]);
  });

  it('has several types of work', () => {
    const count = (type: string): number => works.filter((work) => work.type === type).length;
    expect(count('chapter')).toBeGreaterThanOrEqual(2);
    expect(count('book')).toBeGreaterThanOrEqual(4);
    expect(count('article-journal') + count('chapter') + count('book')).toBe(works.length);
  });

  it('repeats no DOI', () => {
    expect(repeated(works.flatMap(({ DOI }) => DOI?.toLowerCase() ?? []))).toEqual([]);
  });

  it('repeats no sentence', () => {
    expect(repeated(works.flatMap(sentences))).toEqual([]);
  });

  it('shares every keyword between at least two works', () => {
    const all = works.flatMap(keywords);
    const shared = new Set(repeated(all));
    expect(all.filter((keyword) => !shared.has(keyword))).toEqual([]);
  });

  it('has summaries free of markup and quotation marks', () => {
    expect(faulty((sentence) => markup.test(sentence))).toEqual(clean);
  });

  it('has sentences of 12 to 30 words that stand on their own', () => {
    expect(faulty((sentence) => words(sentence) < 12 || words(sentence) > 30)).toEqual(clean);
    expect(faulty((sentence) => dangling.test(sentence))).toEqual(clean);
    expect(faulty((sentence) => !/^[A-Z][^.]*\.$/.test(sentence))).toEqual(clean);
  });
});

describe.each(works.map((work) => [work.id, work] as const))('sample work %s', (id, work) => {
  it('has the facts that a bibliography entry needs', () => {
    expect(work.title).not.toBe('');
    expect(work.author.length).toBeGreaterThan(0);
    for (const { family, given } of work.author) {
      expect(family).toMatch(/\p{L}/u);
      expect(given).toMatch(/\p{L}/u);
    }
    expect(id).toMatch(new RegExp(`^[a-z]+${year(work)}[ab]?$`));
    if (work.type !== 'book') {
      expect(work['container-title']).toBeTruthy();
      expect(work.page).toMatch(/^\d+-\d+$/);
    }
    if (work.type !== 'article-journal') expect(work.publisher).toBeTruthy();
    if (work.DOI !== undefined) expect(work.DOI).toMatch(/^10\.\d{4,}\/\S+$/);
  });

  it('has a summary of 200 to 240 words in 9 to 13 sentences', () => {
    expect(words(work.annote)).toBeGreaterThanOrEqual(200);
    expect(words(work.annote)).toBeLessThanOrEqual(240);
    expect(sentences(work).length).toBeGreaterThanOrEqual(9);
    expect(sentences(work).length).toBeLessThanOrEqual(13);
  });

  it('has four to six keywords in lower case', () => {
    expect(keywords(work).length).toBeGreaterThanOrEqual(4);
    expect(keywords(work).length).toBeLessThanOrEqual(6);
    expect(repeated(keywords(work))).toEqual([]);
    expect(work.keyword).toBe(work.keyword.toLowerCase());
  });
});

describe('the sample document', () => {
  it('is a valid request for a new document', () => {
    expect(document).toEqual({
      title: expect.any(String),
      topic: expect.any(String),
      language: 'en',
      type: 'term_paper',
      targetPages: 20,
      citationStyle: 'apa',
    });
    expect(document.title.length).toBeLessThanOrEqual(500);
    expect(document.topic.length).toBeGreaterThanOrEqual(10);
    expect(document.topic.length).toBeLessThanOrEqual(2000);
  });

  it('asks about themes that the library covers', () => {
    const themes = new Set(works.flatMap(keywords));
    const named = [...themes].filter((theme) => document.topic.toLowerCase().includes(theme));
    expect(named.length).toBeGreaterThanOrEqual(8);
  });
});
