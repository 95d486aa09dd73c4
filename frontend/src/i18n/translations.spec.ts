import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import en from './en.json';
import it_ from './it.json';
import uk from './uk.json';

interface Tree {
  [key: string]: string | Tree;
}

const LANGUAGES: Record<string, Tree> = { en, uk, it: it_ };
const APP = join(__dirname, '../app');

const isPlural = (tree: Tree): boolean => 'other' in tree;

/** Every key with its text; the forms of a plural count as one key. */
function entries(tree: Tree, prefix = ''): [string, string | Tree][] {
  return Object.entries(tree).flatMap(([name, value]): [string, string | Tree][] => {
    const key = prefix + name;
    if (typeof value === 'string' || isPlural(value)) return [[key, value]];
    return entries(value, `${key}.`);
  });
}

const keys = (tree: Tree): string[] => entries(tree).map(([key]) => key);

const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => String(name)).sort();

function templates(directory: string): string[] {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) return entry.name === 'generated' ? [] : templates(path);
    return /(?<!\.spec)\.(html|ts)$/.test(entry.name) ? [path] : [];
  });
}

/** Keys that a template names in full; those put together at run time are not seen. */
function usedKeys(path: string): string[] {
  const text = readFileSync(path, 'utf8');
  const prefix = /\*transloco="let t; prefix: '([\w.]+)'/.exec(text)?.[1];
  const plain = [...text.matchAll(/\bt\(\s*'([\w.]+)'\s*[,)]/g)];
  const plural = [...text.matchAll(/\bt\(\s*locale\.plural\('([\w.]+)'/g)];
  return [...plain, ...plural].map(([, key]) =>
    prefix ? `${prefix}.${String(key)}` : String(key),
  );
}

describe('translations', () => {
  it.each(Object.keys(LANGUAGES))('%s has every key of English and no other', (language) => {
    expect(keys(LANGUAGES[language]!).sort()).toEqual(keys(en).sort());
  });

  it.each(Object.keys(LANGUAGES))('%s has the forms that its plurals take', (language) => {
    const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
    const plurals = entries(LANGUAGES[language]!).filter(([, value]) => typeof value !== 'string');
    expect(plurals.length).toBeGreaterThan(5);
    for (const [key, value] of plurals) {
      expect([key, Object.keys(value).sort()]).toEqual([key, [...forms].sort()]);
    }
  });

  it.each(['uk', 'it'])('%s fills the same blanks as English', (language) => {
    const english = new Map(entries(en));
    for (const [key, text] of entries(LANGUAGES[language]!)) {
      const original = english.get(key);
      if (typeof text !== 'string' || typeof original !== 'string') continue;
      expect([key, placeholders(text)]).toEqual([key, placeholders(original)]);
    }
  });

  it('has every key that a template names', () => {
    const known = new Set(keys(en));
    const used = templates(APP).flatMap(usedKeys);
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((key) => !known.has(key))).toEqual([]);
  });
});
