import type { Source } from '../../../api/generated/models';
import { sourceRecord } from '../../../../testing/records';
import { byLikeness, likenessOf } from './likeness';

const TITLE = 'The power of testing memory: basic research and implications';
const titled = (title: string, over: Partial<Source> = {}) => sourceRecord({ title, ...over });
const reason = (one: string, other: string) => likenessOf(titled(one), titled(other)).reason;

describe('likenessOf', () => {
  it.each([
    ['case, accents and punctuation', 'Le café — à la carte', 'LE CAFE À LA CARTE'],
    ['a slip of the pen', TITLE, TITLE.replace('memory', 'memmory')],
    ['a subtitle that one lacks', TITLE, 'The power of testing memory'],
    ['scripts of their own', 'Пам’ять і навчання в школі', 'Пам’ять та навчання в школі'],
  ])('sees through %s', (_, one, other) => {
    expect(reason(one, other)).toBe('title');
  });

  it.each([
    ['other words', TITLE, 'The critical role of retrieval practice'],
    ['other numbers', 'Reports on reading, part 1', 'Reports on reading, part 2'],
    ['short titles that others begin with', 'Memory', 'Memory and the brain'],
  ])('is not misled by %s', (_, one, other) => {
    expect(reason(one, other)).toBeNull();
  });

  it('knows a DOI in an address, and another version of it', () => {
    const one = titled('A preprint', { doi: '10.48550/arXiv.2101.1v2' });
    const other = titled('What was printed', { url: 'https://doi.org/10.48550/ARXIV.2101.1' });
    expect(likenessOf(one, other).reason).toBe('doi');
  });
});

describe('byLikeness', () => {
  it('puts the most alike first, and leaves the others as they were', () => {
    const source = titled(TITLE, { id: 's' });
    const others = [
      titled('Zebras of the plain', { id: 'z' }),
      titled('Apes of the forest', { id: 'a' }),
      titled('The power of testing memory', { id: 'similar', names: ['Doe, Jane'] }),
      titled(TITLE, { id: 'same' }),
    ];
    expect(byLikeness(source, others).map(({ source: { id }, reason: why }) => [id, why])).toEqual([
      ['same', 'title'],
      ['similar', 'title'],
      ['z', null],
      ['a', null],
    ]);
  });
});
