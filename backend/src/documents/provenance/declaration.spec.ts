import fc from 'fast-check';
import { DOCUMENT_LANGUAGES } from '../../common';
import { declarationOf } from './declaration';
import { percentages } from './percentages';

describe('the declaration on the use of AI', () => {
  it.each(DOCUMENT_LANGUAGES)('names every hand and every model in %s', (language) => {
    const words = { model: 700, offline: 200, person: 100 };
    const declaration = declarationOf({ words, models: ['model-a', 'model-b'] }, language);
    const text = declaration?.paragraphs.join('\n') ?? '';
    expect(text).toContain('model-a, model-b');
    for (const share of ['70', '20', '10']) expect(text).toMatch(new RegExp(`${share}\\s?%`));
    expect(text).not.toMatch(/[{}]/);
    expect(declaration?.title).not.toBe('');
  });

  it('says nothing of hands that had no part', () => {
    const words = { model: 0, offline: 10, person: 0 };
    const text = declarationOf({ words, models: [] }, 'en')?.paragraphs.join('\n');
    expect(text).toContain('100%');
    expect(text).not.toContain('language model');
    expect(text).not.toContain('changed by the author');
  });

  it('is not needed for what a person wrote alone', () => {
    expect(
      declarationOf({ words: { model: 0, offline: 0, person: 9 }, models: [] }, 'en'),
    ).toBeNull();
    expect(
      declarationOf({ words: { model: 0, offline: 0, person: 0 }, models: [] }, 'en'),
    ).toBeNull();
  });

  it('rounds no hand away, and gives out a hundred per cent', () => {
    const count = fc.nat({ max: 100_000 });
    const counts = fc.record({ model: count, offline: count, person: count });
    fc.assert(
      fc.property(counts, (words) => {
        const { model, offline, person } = percentages(words);
        const total = words.model + words.offline + words.person;
        expect(model + offline + person).toBe(total === 0 ? 0 : 100);
        expect([model > 0, offline > 0, person > 0]).toEqual([
          words.model > 0,
          words.offline > 0,
          words.person > 0,
        ]);
      }),
    );
  });
});
