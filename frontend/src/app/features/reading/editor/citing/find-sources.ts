import type { Source } from '../../../../api/generated/models';

const MOST = 50;

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const textOf = ({ authors, title, year, key, container }: Source): string =>
  folded([...authors, String(year ?? ''), title, key, container ?? ''].join(' '));

/** The sources that have every word in their names, their title, their year or their key. */
export function findSources(sources: Iterable<Source>, words: string): Source[] {
  const wanted = folded(words).split(/\s+/).filter(Boolean);
  return [...sources]
    .filter((source) => {
      const text = textOf(source);
      return wanted.every((word) => text.includes(word));
    })
    .sort((a, b) => (a.authors[0] ?? a.title).localeCompare(b.authors[0] ?? b.title))
    .slice(0, MOST);
}
