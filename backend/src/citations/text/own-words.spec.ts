import fc from 'fast-check';
import { BARRIER, comparableWords } from '../../language';
import { ownWords } from './own-words';
import { quotationsOf } from './quotations';

const words = (markdown: string): string =>
  comparableWords(ownWords(markdown)).join(' ').replaceAll(BARRIER, '|');

describe('the own words of a text', () => {
  it.each([
    ['a citation', 'Sleep helps [@doe2020, p. 3] memory.', 'Sleep helps memory'],
    ['a quotation', 'He says “sleep helps the memory” here.', 'He says | here'],
    ['German marks', 'Er sagt „Schlaf hilft dem Gedächtnis“ hier.', 'Er sagt | hier'],
    ['a nested one', 'Il dit « le “mot” juste est là » ici.', 'Il dit | ici'],
    ['a block quotation', 'Before.\n> Their words.\nAfter.', 'Before | After'],
    ['code', 'Run `npm test` now.', 'Run | now'],
    ['an address', 'See https://example.org/a today.', 'See today'],
  ])('leave out %s', (_, markdown, expected) => {
    expect(words(markdown)).toBe(expected);
  });

  it('keep a single term in quotation marks, and what no mark closes', () => {
    expect(words('The “testing effect” is one.')).toBe('The testing effect is one');
    expect(words('It was 5" long.\nAnd “never closed.')).toBe('It was 5 long And never closed');
  });

  it('stand where they stood', () => {
    const text = fc
      .array(fc.constantFrom('a', 'word', ' ', '\n', '“', '”', '"', '«', '»', '[@k]', '`', '> '))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (markdown) => {
        const own = ownWords(markdown);
        expect(own).toHaveLength(markdown.length);
        for (const [at, character] of [...own].entries()) {
          expect([markdown[at], ' ', BARRIER]).toContain(character);
        }
      }),
    );
  });

  it('are found in time in proportion to the length, whatever is never closed', () => {
    const started = performance.now();
    expect(quotationsOf('«“"'.repeat(100_000)).length).toBeLessThan(100_001);
    ownWords('“[@"`> '.repeat(40_000));
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
