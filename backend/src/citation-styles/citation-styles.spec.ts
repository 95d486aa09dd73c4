import { CITATION_STYLES, CitationFormatter } from '../citations';
import { DOCUMENT_LANGUAGES } from '../common';
import { CitationStylesService } from './citation-styles.service';
import { INVENTED_WORKS } from './invented-works';

describe('CitationStylesService', () => {
  const service = new CitationStylesService();

  it.each(DOCUMENT_LANGUAGES)(
    'lists every style with a book and an article in %s',
    async (language) => {
      const { items } = await service.list(language);
      expect(items.map(({ id }) => id)).toEqual(CITATION_STYLES);
      const [book, article] = INVENTED_WORKS[language].map(({ csl }) => csl as { title: string });
      for (const { sample } of items) {
        expect(sample.inText).not.toBe('');
        expect(sample.bibliography).toHaveLength(2);
        expect(sample.bibliography[0]?.toLowerCase()).toContain(book?.title.toLowerCase());
        expect(sample.bibliography[1]?.toLowerCase()).toContain(article?.title.toLowerCase());
      }
    },
  );

  it('tells styles of one title apart by their kind', async () => {
    const { items } = await service.list('en');
    expect(new Set(items.map(({ title, kind }) => `${title} ${kind}`)).size).toBe(items.length);
  });

  it('says of a style what the formatter makes of it', async () => {
    const { items } = await service.list('en');
    for (const { id, kind } of items) {
      const works = INVENTED_WORKS.en;
      const item = { prefix: '', suffix: '', suppressAuthor: false, locator: null };
      const { asNotes, bibliography } = CitationFormatter.create(id, 'en', works).format([
        { items: works.map(({ key }) => ({ key, ...item })) },
      ]);
      expect([id, kind === 'note']).toEqual([id, asNotes]);
      expect([id, kind === 'numeric']).toEqual([
        id,
        bibliography.every(({ label }) => label !== null),
      ]);
    }
  });

  it('makes the samples of a language once', async () => {
    expect(await service.list('it')).toBe(await service.list('it'));
  });
});
