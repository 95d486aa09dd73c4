import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { SAMPLE_LIBRARY } from '../../sample-library';
import { UnreadableFile } from '../reading';
import { readBibliography } from './read-bibliography';

const read = (json: unknown) => readBibliography(JSON.stringify(json), 'csl-json', 'en');

describe('reading CSL-JSON', () => {
  it('reads the whole sample library, every work with passages', () => {
    const reading = readBibliography(readFileSync(SAMPLE_LIBRARY, 'utf8'), 'csl-json', 'en');
    expect(reading.refused).toEqual([]);
    expect(reading.drafts.length).toBeGreaterThanOrEqual(40);
    expect(reading.drafts.filter(({ passages }) => passages.length === 0)).toEqual([]);
  });

  it.each([
    ['an item alone', { title: 'T' }],
    ['a list', [{ title: 'T' }]],
    ['what Zotero’s interface answers', { items: [{ title: 'T' }] }],
  ])('reads %s', (_, json) => {
    expect(read(json).drafts.map(({ csl }) => csl.title)).toEqual(['T']);
  });

  it('knows variables by the names that older exports give them', () => {
    const [draft] = read([
      { title: 'T', event: 'E', shortTitle: 'S', journalAbbreviation: 'J.' },
    ]).drafts;
    expect(draft?.csl).toMatchObject({
      'event-title': 'E',
      'title-short': 'S',
      'container-title-short': 'J.',
    });
  });

  it('keeps every variable and part of a date that CSL has', () => {
    const item = {
      id: '',
      type: 'review-book',
      title: 'T',
      'reviewed-title': 'R',
      archive_location: 'Box 3',
      'part-number': '2',
      PMCID: 'PMC1',
      'series-creator': [{ family: 'Doe', given: 'J.', 'dropping-particle': 'van' }],
      issued: {
        'date-parts': [
          [2001, 2],
          [2001, 4],
        ],
        season: 2,
        circa: true,
      },
      'original-date': { literal: 'before the war' },
    };
    expect(read([item]).drafts[0]?.csl).toEqual(item);
  });

  it('names the items it cannot use', () => {
    expect(read([{ id: 'a', type: 'book' }, 'x', { title: 'T' }]).refused).toMatchObject([
      { line: null, entry: 'a', code: 'NO_TITLE' },
      { line: null, entry: null, code: 'NOT_CSL' },
    ]);
  });

  it.each(['[{"title": "cut o', '', '[]'])('says that %j cannot be read', (text) => {
    expect(() => readBibliography(text, 'csl-json', 'en')).toThrow(UnreadableFile);
  });

  it('reads or refuses any JSON, item by item', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), (json) => {
        const { drafts, refused } = read(json);
        expect(drafts.length + refused.length).toBe(json.length);
      }),
    );
  });
});
