import fc from 'fast-check';
import { splitPassages } from './split-passages';

const sentence = fc
  .array(fc.constantFrom('memory', 'practice', 'пам’ять', 'Dr.', 'learning', '42', 'і'), {
    minLength: 1,
    maxLength: 30,
  })
  .map((words) => `The ${words.join(' ')}.`);

const page = (text: string) => splitPassages({ text, kind: 'fulltext', page: 7, language: 'en' });

describe('splitPassages', () => {
  it('cuts literal parts of the text, in order, without overlap', () => {
    const text = fc.oneof(
      fc.array(sentence, { maxLength: 40 }).map((sentences) => sentences.join(' ')),
      fc.string({ unit: 'grapheme', maxLength: 500 }),
    );
    fc.assert(
      fc.property(text, (whole) => {
        let from = 0;
        for (const passage of page(whole)) {
          const at = whole.indexOf(passage.text, from);
          expect(at).toBeGreaterThanOrEqual(from);
          expect(passage).toMatchObject({ page: 7, kind: 'fulltext' });
          from = at + passage.text.length;
        }
      }),
    );
  });

  it('groups sentences to some sixty to a hundred and twenty words', () => {
    const words = page('One two three four five six seven eight nine ten. '.repeat(50)).map(
      ({ text }) => text.split(/\s+/).length,
    );
    expect(Math.min(...words)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...words)).toBeLessThanOrEqual(120);
  });

  it('leaves out sentences that may not be quoted, and groups none across the gap', () => {
    const text = 'First good one. Table 1 2 3. Second good one.';
    const accept = (candidate: string) => candidate.endsWith('good one.');
    expect(
      splitPassages({ text, kind: 'fulltext', page: 1, language: 'en', accept }).map(
        (passage) => passage.text,
      ),
    ).toEqual(['First good one.', 'Second good one.']);
  });
});
