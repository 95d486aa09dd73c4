import { v7 } from 'uuid';
import type { Document as Thesis, OutlineSection } from '../../api/generated/models';
import { isAppendix, letterOf, NEW_SECTION_WORDS } from './outline-appendices';

/**
 * Edits of an outline: a list in reading order in which a section owns the deeper ones that follow
 * it. Every edit takes such a list and gives a new one.
 */
export type Sections = readonly OutlineSection[];

export type Direction = 'up' | 'down';

/** Chapters and their parts. */
export const MAX_LEVEL = 2;

/** Where the section at `index` ends together with the sections below it (exclusive). */
export function blockEnd(sections: Sections, index: number): number {
  const level = sections[index]?.level ?? 1;
  const next = sections.findIndex((section, at) => at > index && section.level <= level);
  return next === -1 ? sections.length : next;
}

/** Where the block before `index` starts on the same level, else where its parent starts. */
function previousStart(sections: Sections, index: number): number {
  const level = sections[index]?.level ?? 1;
  return sections.findLastIndex((section, at) => at < index && section.level <= level);
}

export function indexOf(sections: Sections, id: string): number {
  return sections.findIndex((section) => section.id === id);
}

/** No chapter moves past it: appendices come last. */
const isBorder = (above: OutlineSection | undefined, below: OutlineSection | undefined): boolean =>
  above?.level === 1 && below?.level === 1 && !isAppendix(above) && isAppendix(below);

/** Where a block lands when it moves, or null if there is no way. */
function landing(sections: Sections, index: number, direction: Direction): number | null {
  const level = sections[index]?.level ?? 1;
  if (direction === 'up') {
    const start = previousStart(sections, index);
    // a first subsection goes before its chapter, that is to the end of the chapter before
    const isFirstChild = start >= 0 && (sections[start]?.level ?? 1) < level;
    if (start < 0 || (isFirstChild && previousStart(sections, start) < 0)) return null;
    return isBorder(sections[start], sections[index]) ? null : start;
  }
  const end = blockEnd(sections, index);
  const next = sections[end];
  if (next === undefined || isBorder(sections[index], next)) return null;
  // a last subsection becomes the first of the chapter that follows
  return next.level < level ? end + 1 : blockEnd(sections, end);
}

export function canMove(sections: Sections, id: string, direction: Direction): boolean {
  const index = indexOf(sections, id);
  return index >= 0 && landing(sections, index, direction) !== null;
}

/** Moves a section with all below it past its neighbour. */
export function move(sections: Sections, id: string, direction: Direction): Sections {
  const index = indexOf(sections, id);
  const target = index < 0 ? null : landing(sections, index, direction);
  if (target === null) return sections;
  const end = blockEnd(sections, index);
  const block = sections.slice(index, end);
  const rest = [...sections.slice(0, index), ...sections.slice(end)];
  const at = direction === 'up' ? target : target - block.length;
  return [...rest.slice(0, at), ...block, ...rest.slice(at)];
}

/** Removes a section with all below it. */
export function remove(sections: Sections, id: string): Sections {
  const index = indexOf(sections, id);
  if (index < 0) return sections;
  return [...sections.slice(0, index), ...sections.slice(blockEnd(sections, index))];
}

export function change(
  sections: Sections,
  id: string,
  edit: Partial<Pick<OutlineSection, 'title' | 'keyPoints' | 'targetWords' | 'sourceKeys'>>,
): Sections {
  return sections.map((section) => (section.id === id ? { ...section, ...edit } : section));
}

const newSection = (
  level: OutlineSection['level'],
  title: string,
  appendix: boolean,
): OutlineSection => ({
  id: v7(),
  number: '',
  title,
  level,
  role: appendix ? 'appendix' : 'body',
  keyPoints: [],
  targetWords: appendix ? 0 : NEW_SECTION_WORDS,
  sourceKeys: [],
});

/** Adds a last chapter that is an appendix. */
export const addAppendix = (sections: Sections, title: string): Sections => [
  ...sections,
  newSection(1, title, true),
];

/** Adds a section of the same level and kind after the given one and all below it. */
export function addAfter(sections: Sections, id: string, title: string): Sections {
  const index = indexOf(sections, id);
  const before = sections[index];
  if (before === undefined) return [...sections, newSection(1, title, false)];
  const at = blockEnd(sections, index);
  const added = newSection(before.level, title, isAppendix(before));
  return [...sections.slice(0, at), added, ...sections.slice(at)];
}

/** Adds a last subsection to the given one. */
export function addBelow(sections: Sections, id: string, title: string): Sections {
  const index = indexOf(sections, id);
  const chapter = sections[index];
  if (chapter?.level !== 1) return sections;
  const at = blockEnd(sections, index);
  const added = newSection(2, title, isAppendix(chapter));
  return [...sections.slice(0, at), added, ...sections.slice(at)];
}

/** Numbers as the server will give them, so that they are right while one edits. */
export function numbered(sections: Sections, language: Thesis['language']): Sections {
  const chapters = { own: 0, appendices: 0 };
  let chapter = '';
  let part = 0;
  return sections.map((section) => {
    if (section.level === 2) return { ...section, number: `${chapter}.${String((part += 1))}` };
    part = 0;
    chapter = isAppendix(section)
      ? letterOf((chapters.appendices += 1), language)
      : String((chapters.own += 1));
    return { ...section, number: chapter };
  });
}

export const totalWords = (sections: Sections): number =>
  sections.reduce((sum, { targetWords }) => sum + targetWords, 0);
