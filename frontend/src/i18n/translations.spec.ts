import { featureOf, partsByFeature, sourcesOf, usedKeys } from '../testing/templates';
import { entries, everythingIn, keys, PARTS, textsOf } from '../testing/translations';

const LANGUAGES = ['en', 'uk', 'it'];
/** What is shown with any page but the first one. */
const CORE = new Set(['shell', 'common']);

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => String(name)).sort();

const keysOf = (parts: Iterable<string>): Set<string> =>
  new Set([...parts].flatMap((part) => keys(textsOf(part, 'en'))));

describe.each(PARTS)('translations of %s', (part) => {
  const english = textsOf(part, 'en');

  it.each(LANGUAGES)('%s has every key of English and no other', (language) => {
    expect(keys(textsOf(part, language)).sort()).toEqual(keys(english).sort());
  });

  it.each(LANGUAGES)('%s has the forms that its plurals take', (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const isPlural = new Map(
      entries(english).map(([key, value]) => [key, typeof value !== 'string']),
    );
    for (const [key, value] of entries(textsOf(part, language))) {
      const ofText = typeof value === 'string' ? [] : Object.keys(value).sort();
      expect([key, ofText]).toEqual([key, isPlural.get(key) ? [...forms].sort() : []]);
    }
  });

  it.each(['uk', 'it'])('%s fills the same blanks as English', (language) => {
    const originals = new Map(entries(english));
    for (const [key, text] of entries(textsOf(part, language))) {
      const original = originals.get(key);
      if (typeof text !== 'string' || typeof original !== 'string') continue;
      expect([key, placeholders(text)]).toEqual([key, placeholders(original)]);
    }
  });
});

describe('translations', () => {
  it('have many texts, and plurals among them', () => {
    const all = entries(everythingIn('en'));
    expect(all.length).toBeGreaterThan(400);
    expect(all.filter(([, value]) => typeof value !== 'string').length).toBeGreaterThan(5);
  });

  it('have every key that a template names', () => {
    const known = keysOf(PARTS);
    const used = sourcesOf().flatMap(usedKeys);
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((key) => !known.has(key))).toEqual([]);
  });

  it('come with the feature whose templates name them', () => {
    const parts = partsByFeature();
    expect([...(parts.get('landing') ?? [])].sort()).toEqual(['landing', 'shell']);
    expect(parts.get('reading')).toEqual(
      new Set(['shell', 'common', 'documents', 'workspace', 'reading']),
    );
    for (const path of sourcesOf()) {
      const feature = featureOf(path);
      const known = keysOf(feature === undefined ? CORE : (parts.get(feature) ?? []));
      expect([path, usedKeys(path).filter((key) => !known.has(key))]).toEqual([path, []]);
    }
  });
});
