import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ENTRY_REASONS } from './entry-reasons';

const TEXTS = join(__dirname, '../../../../../frontend/src/i18n/sources');

interface Texts {
  uploads: { entry: Record<string, string> };
}

describe('the reasons why entries are not taken', () => {
  it.each(['en', 'it', 'uk'])(
    'have each a text of its own in %s, and there is no other',
    (language) => {
      const file = readFileSync(join(TEXTS, `${language}.json`), 'utf8');
      const texts = (JSON.parse(file) as Texts).uploads.entry;
      expect(Object.keys(texts).sort()).toEqual([...ENTRY_REASONS].sort());
      expect(new Set(Object.values(texts)).size).toBe(ENTRY_REASONS.length);
    },
  );
});
