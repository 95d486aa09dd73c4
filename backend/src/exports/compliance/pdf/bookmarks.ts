import { contentsOf, type DocumentModel } from '../../model/document-model';
import { squeezed } from '../facts';
import type { Bookmark } from './open';

/** What may stand before a title, without spaces: a number, with a word before it or not. */
const NUMBER = /^(?:\p{L}{1,12}\d+\.|\d+(?:\.\d+)*\.?)?$/u;

export const folded = (text: string): string => squeezed(text).toLocaleLowerCase();

/** Whether a text is a title, whatever number stands before it; both folded. */
export function isTitled(text: string, title: string): boolean {
  return text.endsWith(title) && NUMBER.test(text.slice(0, text.length - title.length));
}

/** The titles of the contents without their numbers, by the id of what they are of. */
export function titlesOf(model: DocumentModel): ReadonlyMap<string, string> {
  const sections = new Map(model.sections.map(({ id, title }) => [id, title]));
  return new Map(contentsOf(model).map(({ id, text }) => [id, sections.get(id) ?? text]));
}

/** The bookmark of each title, by id; titles that occur twice have theirs in order. */
export function bookmarksById(
  bookmarks: readonly Bookmark[],
  model: DocumentModel,
): ReadonlyMap<string, Bookmark> {
  const left = new Set(bookmarks);
  const found = new Map<string, Bookmark>();
  for (const [id, title] of titlesOf(model)) {
    const bookmark = [...left].find((one) => isTitled(folded(one.title), folded(title)));
    if (bookmark === undefined) continue;
    left.delete(bookmark);
    found.set(id, bookmark);
  }
  return found;
}
