import fc from 'fast-check';
import type { DocumentLanguage } from '../../../common';
import { queryWords } from '../search-terms';
import { IndexBuilder, type IndexedSource } from './index-builder';
import { rank } from './rank';
import type { TermIndex } from './term-index';

interface Work {
  passages: string[];
  heading?: string;
  language?: DocumentLanguage;
}

const idOf = (place: number) => `00000000-0000-0000-0000-${String(place).padStart(12, '0')}`;

/** Passages are numbered work by work. */
function indexOf(works: readonly Work[]): Promise<TermIndex> {
  const sources = works.map(({ heading = '', language = 'en' }, place): IndexedSource => {
    return { id: idOf(place), heading, language };
  });
  const texts = works.flatMap(({ passages }, place) => passages.map((text) => ({ place, text })));
  const builder = new IndexBuilder(sources, texts.length);
  for (const [number, { place, text }] of texts.entries()) {
    builder.add(idOf(place), idOf(number), text);
  }
  return builder.finish();
}

async function find(
  given: TermIndex | Promise<TermIndex>,
  query: string,
  language: DocumentLanguage = 'en',
  limit = 50,
) {
  const index = await given;
  const words = queryWords(query, language);
  return rank(index, { words, limit }).map(({ number }) => number);
}

const one = (...passages: string[]): Work => ({ passages });

describe('rank', () => {
  it('puts the rarer word, the more frequent word and the shorter passage first', async () => {
    const common = Array.from({ length: 6 }, () => 'Otters sleep here.');
    const rare = indexOf([one('Otters swim.', 'Beavers swim.', ...common)]);
    expect((await find(rare, 'otters beavers'))[0]).toBe(1);
    const often = indexOf([
      one('Otters sleep here now.', 'Otters see otters here.', 'Nobody comes.'),
    ]);
    expect(await find(often, 'otter')).toEqual([1, 0]);
    const short = indexOf([one(`Otters ${'sleep here '.repeat(20)}.`, 'Otters.', 'Nobody.')]);
    expect(await find(short, 'otter')).toEqual([1, 0]);
  });

  it('counts what a query says twice as twice as much', async () => {
    const index = indexOf([one('Otters swim.', 'Beavers swim.', 'Nobody comes.')]);
    expect(await find(index, 'beaver otter')).toEqual([0, 1]);
    expect(await find(index, 'beavers and a beaver, otters')).toEqual([1, 0]);
  });

  it('counts the heading of the work, but less than the passage', async () => {
    const works = [
      { passages: ['Nobody sleeps here.'], heading: 'Otters' },
      { passages: ['Otters sleeps here.'], heading: 'Nobody' },
      { passages: ['Nothing of that.'], heading: 'Else' },
    ];
    expect(await find(indexOf(works), 'otters')).toEqual([1, 0]);
  });

  it('ranks by words that every paper uses, but finds nothing by them alone', async () => {
    const index = indexOf([one('Otters live.', 'A study of otters.', 'A study of elks.', 'None.')]);
    expect(await find(index, 'study of otters')).toEqual([1, 0]);
    expect(await find(index, 'study')).toEqual([]);
  });

  it('finds names and loan words in works of another language', async () => {
    const works: Work[] = [
      { passages: ['Ebbinghaus measured forgetting.', 'Nobody else did.'], language: 'en' },
      { passages: ['Der Test nach Ebbinghaus.', 'Das wirkt.'], language: 'de' },
      { passages: ['Еббінгауз, або Ebbinghaus, міряв.'], language: 'uk' },
    ];
    const index = indexOf(works);
    expect((await find(index, 'Ebbinghaus', 'de')).sort()).toEqual([0, 2, 4]);
    expect((await find(index, 'тест за Ebbinghaus', 'uk')).sort()).toEqual([0, 2, 4]);
  });

  const word = fc.constantFrom('otter', 'beaver', 'elk', 'river', 'lake', 'tree', 'stone');
  const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
  const works = fc.array(fc.record({ passages: fc.array(text, { maxLength: 5 }), heading: text }), {
    maxLength: 8,
  });

  it('answers any limit and any choice of sources with a part of the whole ranking, in its order', async () => {
    const choice = fc.array(fc.nat(9));
    await fc.assert(
      fc.asyncProperty(
        works,
        text,
        fc.integer({ min: 1, max: 6 }),
        choice,
        async (all, query, limit, places) => {
          const index = await indexOf(all);
          const words = queryWords(query, 'en');
          const whole = rank(index, { words, limit: 1000 });
          expect(rank(index, { words, limit })).toEqual(whole.slice(0, limit));
          const sourceIds = places.map(idOf);
          const numbers = all.flatMap(({ passages }, place) => passages.map(() => place));
          expect(rank(index, { words, limit: 1000, sourceIds })).toEqual(
            whole.filter(({ number }) => places.includes(numbers[number] ?? -1)),
          );
        },
      ),
    );
  });

  it('has the best first, equals in their order, and nothing without a word of the query', async () => {
    await fc.assert(
      fc.asyncProperty(works, text, async (all, query) => {
        const found = rank(await indexOf(all), { words: queryWords(query, 'en'), limit: 1000 });
        const sorted = [...found].sort((a, b) => b.score - a.score || a.number - b.number);
        expect(found).toEqual(sorted);
        const texts = all.flatMap(({ passages, heading }) =>
          passages.map((own) => `${own} ${heading}`),
        );
        for (const { number } of found) {
          expect(query.split(' ').some((each) => texts[number]?.includes(each))).toBe(true);
        }
      }),
    );
  });
});
