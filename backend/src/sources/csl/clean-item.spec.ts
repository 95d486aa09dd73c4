import fc from 'fast-check';
import { cleanItem } from './clean-item';

describe('cleanItem', () => {
  it('keeps what CSL knows and drops the rest', () => {
    const item = cleanItem({
      type: 'article-journal',
      title: 'A title',
      volume: 12,
      'container-title': ['Journal', 'J.'],
      URL: 'javascript:alert(1)',
      DOI: 'https://doi.org/10.1000/ABC.',
      custom: { anything: true },
      __proto__: { polluted: true },
    });
    expect(item).toEqual({
      id: '',
      type: 'article-journal',
      title: 'A title',
      volume: '12',
      'container-title': 'Journal',
      DOI: '10.1000/ABC',
    });
  });

  it('calls a type that CSL does not know a document', () => {
    expect(cleanItem({ type: 'malware', title: 'x' }).type).toBe('document');
  });

  it.each([
    [{ family: 'World Health Organization' }, { literal: 'World Health Organization' }],
    [{ literal: 'Plato' }, { literal: 'Plato' }],
    [{ given: 'Plato' }, { literal: 'Plato' }],
    [
      { family: 'van der Berg', given: 'Jan' },
      { family: 'Berg', given: 'Jan', 'non-dropping-particle': 'van der' },
    ],
    [
      { family: "d'Alembert", given: 'Jean' },
      { family: 'Alembert', given: 'Jean', 'non-dropping-particle': "d'" },
    ],
    [
      { family: 'Шевченко', given: 'Тарас' },
      { family: 'Шевченко', given: 'Тарас' },
    ],
  ])('structures the name %j', (name, expected) => {
    expect(cleanItem({ author: [name] }).author).toEqual([expected]);
  });

  it('does not take “and others” for a person', () => {
    const author = [{ family: 'Doe', given: 'Jane' }, { family: 'others' }];
    expect(cleanItem({ author }).author).toEqual([{ family: 'Doe', given: 'Jane' }]);
  });

  it.each([
    [{ 'date-parts': [['2020', '3', '12']] }, { 'date-parts': [[2020, 3, 12]] }],
    [{ 'date-parts': [[2020, 13, 40]] }, { 'date-parts': [[2020]] }],
    [{ raw: '12 May 2019' }, { 'date-parts': [[2019]] }],
    [{ literal: 'n.d.' }, { literal: 'n.d.' }],
    [{ 'date-parts': [['soon']] }, undefined],
    ['2020', undefined],
  ])('reads the date %j', (date, expected) => {
    expect(cleanItem({ issued: date }).issued).toEqual(expected);
  });

  it('takes any JSON', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (other, value) => {
        const item = cleanItem({ ...other, title: value, author: value, issued: value });
        expect(typeof item.type).toBe('string');
        expect(item).toEqual(JSON.parse(JSON.stringify(item)));
      }),
    );
  });
});
