import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Texts {
  [key: string]: string | Texts;
}

const I18N = join(__dirname, '../i18n');

/** The folders of texts; those of the shell come with every page. */
export const PARTS = readdirSync(I18N, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** What keys of a part begin with. */
export const scopeOf = (part: string): string =>
  part.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

export function textsOf(part: string, language: string): Texts {
  const texts = JSON.parse(readFileSync(join(I18N, part, `${language}.json`), 'utf8')) as Texts;
  return part === 'shell' ? texts : { [scopeOf(part)]: texts };
}

/** All that the interface says in a language. */
export const everythingIn = (language: string): Texts =>
  Object.assign({}, ...PARTS.map((part) => textsOf(part, language))) as Texts;

const isPlural = (texts: Texts): boolean => 'other' in texts;

/** Every key with its text; the forms of a plural count as one key. */
export function entries(texts: Texts, prefix = ''): [string, string | Texts][] {
  return Object.entries(texts).flatMap(([name, value]): [string, string | Texts][] => {
    const key = prefix + name;
    if (typeof value === 'string' || isPlural(value)) return [[key, value]];
    return entries(value, `${key}.`);
  });
}

export const keys = (texts: Texts): string[] => entries(texts).map(([key]) => key);
