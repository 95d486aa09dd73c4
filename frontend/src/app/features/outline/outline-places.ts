import type { OutlineSection } from '../../api/generated/models';
import { isAppendix } from './outline-appendices';
import { blockEnd, indexOf, type Sections } from './outline-edits';

/** Where sections stand: dropped somewhere else, or a level deeper or higher. */

const isChapter = (section: OutlineSection | undefined): boolean => section?.level === 1;

/** The nearest place for a chapter at or after `index`: never between the parts of another. */
function chapterPlace(sections: Sections, index: number): number {
  const next = sections.findIndex((section, at) => at >= index && isChapter(section));
  return next === -1 ? sections.length : next;
}

/**
 * Drops a section with all below it.
 *
 * @param at index that it has in the list afterwards, when it alone is lifted out
 */
export function dropAt(sections: Sections, id: string, at: number): Sections {
  const index = indexOf(sections, id);
  const section = sections[index];
  if (section === undefined || index === at) return sections;
  const end = blockEnd(sections, index);
  const without = [...sections.slice(0, index), ...sections.slice(index + 1)];
  const before = without[at];
  const isOwnPart = before !== undefined && indexOf(sections.slice(index, end), before.id) > 0;
  if (isOwnPart) return sections;
  const rest = [...sections.slice(0, index), ...sections.slice(end)];
  const wanted = before === undefined ? rest.length : indexOf(rest, before.id);
  // parts follow a chapter
  const place = isChapter(section) ? chapterPlace(rest, wanted) : Math.max(1, wanted);
  return [...rest.slice(0, place), ...sections.slice(index, end), ...rest.slice(place)];
}

/** A chapter becomes a part of the one before, and its parts with it; an appendix never does. */
export function indent(sections: Sections, id: string): Sections {
  return canIndent(sections, id) ? withLevel(sections, id, 2) : sections;
}

/** A part becomes a chapter, to which the parts that follow it belong from now on. */
export function outdent(sections: Sections, id: string): Sections {
  return canOutdent(sections, id) ? withLevel(sections, id, 1) : sections;
}

export function canIndent(sections: Sections, id: string): boolean {
  const index = indexOf(sections, id);
  const section = sections[index];
  return index > 0 && isChapter(section) && !isAppendix(section);
}

export function canOutdent(sections: Sections, id: string): boolean {
  const section = sections[indexOf(sections, id)];
  return section !== undefined && !isChapter(section);
}

const withLevel = (sections: Sections, id: string, level: OutlineSection['level']): Sections =>
  sections.map((section) => (section.id === id ? { ...section, level } : section));

/** Words of a section with all below it. */
export function blockWords(sections: Sections, id: string): number {
  const index = indexOf(sections, id);
  if (index < 0) return 0;
  const block = sections.slice(index, blockEnd(sections, index));
  return block.reduce((sum, { targetWords }) => sum + targetWords, 0);
}
