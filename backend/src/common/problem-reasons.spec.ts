import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ERROR_CODES } from './error-codes';
import { PROBLEM_REASONS } from './problem-reasons';

const TEXTS = join(__dirname, '../../../frontend/src/i18n/common');

interface Texts {
  reason: Record<string, string>;
}

const textsIn = (language: string): Record<string, string> =>
  (JSON.parse(readFileSync(join(TEXTS, `${language}.json`), 'utf8')) as Texts).reason;

describe('the reasons of problems', () => {
  it.each(['en', 'it', 'uk'])(
    'have each a text of its own in %s, and there is no other',
    (language) => {
      const texts = textsIn(language);
      expect(Object.keys(texts).sort()).toEqual([...PROBLEM_REASONS].sort());
      expect(new Set(Object.values(texts)).size).toBe(PROBLEM_REASONS.length);
      for (const text of Object.values(texts)) expect(text.length).toBeGreaterThan(10);
    },
  );

  it('are no codes, and come once', () => {
    expect(new Set(PROBLEM_REASONS).size).toBe(PROBLEM_REASONS.length);
    expect(PROBLEM_REASONS.filter((reason) => reason in ERROR_CODES)).toEqual([]);
  });
});
