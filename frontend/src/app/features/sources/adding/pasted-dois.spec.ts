import fc from 'fast-check';
import { pastedDois } from './pasted-dois';

const texts = (pasted: string) => pastedDois(pasted).map(({ text }) => text);

describe('pastedDois', () => {
  it.each([
    ['10.1000/182', '10.1000/182'],
    ['doi:10.1000/182', '10.1000/182'],
    ['DOI: 10.1000/182', '10.1000/182'],
    ['https://doi.org/10.1000/182', '10.1000/182'],
    ['Doe, J. (2001). Recall. https://doi.org/10.1000/182.', '10.1000/182'],
    ['(see 10.1000/182)', '10.1000/182'],
    ['10.1016/0022-2836(81)90087-5', '10.1016/0022-2836(81)90087-5'],
    ['<https://doi.org/10.1000/182>', '10.1000/182'],
  ])('finds the one in %s', (pasted, doi) => {
    expect(pastedDois(pasted)).toEqual([{ text: doi, isDoi: true }]);
  });

  it('takes several of one line, and each once', () => {
    expect(texts('10.1000/a, 10.1000/b; 10.1000/A\n\n10.1000/b')).toEqual([
      '10.1000/a',
      '10.1000/b',
    ]);
  });

  it('keeps a line without any, so that it can be named', () => {
    expect(pastedDois('10.1000/a\nRecall, 2001\n')).toEqual([
      { text: '10.1000/a', isDoi: true },
      { text: 'Recall, 2001', isDoi: false },
    ]);
  });

  it('loses no DOI among any lines', () => {
    const doi = fc.integer({ min: 1, max: 99_999 }).map((n) => `10.5555/work.${String(n)}`);
    fc.assert(
      fc.property(fc.uniqueArray(doi, { maxLength: 20 }), fc.string(), (dois, between) => {
        const found = texts(dois.join(`\n${between}\n`));
        expect(found).toEqual(expect.arrayContaining(dois));
      }),
    );
  });
});
