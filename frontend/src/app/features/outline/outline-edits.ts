import { v7 } from 'uuid';
import type { OutlineSection } from '../../api/generated/models';

/**
 * Edits of an outline: a list in reading order in which a section owns the deeper ones that follow
 * it. Every edit takes such a list and gives a new one.
 */
export type Sections = readonly OutlineSection[];

export type Direction = 'up' | 'down';

/** Chapters and their parts. */
export const MAX_LEVEL = 2;
const NEW_SECTION_WORDS = 300;

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

/** Where a block lands when it moves, or null if there is no way. */
function landing(sections: Sections, index: number, direction: Direction): number | null {
  const level = sections[index]?.level ?? 1;
  if (direction === 'up') {
    const start = previousStart(sections, index);
    // a first subsection goes before its chapter, that is to the end of the chapter before
    const isFirstChild = start >= 0 && (sections[start]?.level ?? 1) < level;
    if (start < 0 || (isFirstChild && previousStart(sections, start) < 0)) return null;
    return start;
  }
  const end = blockEnd(sections, index);
  const next = sections[end];
  if (next === undefined) return null;
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

const newSection = (level: OutlineSection['level'], title: string): OutlineSection => ({
  id: v7(),
  number: '',
  title,
  level,
  role: 'body',
  keyPoints: [],
  targetWords: NEW_SECTION_WORDS,
  sourceKeys: [],
});

/** Adds a section of the same level after the given one and all below it. */
export function addAfter(sections: Sections, id: string, title: string): Sections {
  const index = indexOf(sections, id);
  if (index < 0) return [...sections, newSection(1, title)];
  const at = blockEnd(sections, index);
  const added = newSection(sections[index]?.level ?? 1, title);
  return [...sections.slice(0, at), added, ...sections.slice(at)];
}

/** Adds a last subsection to the given one. */
export function addBelow(sections: Sections, id: string, title: string): Sections {
  const index = indexOf(sections, id);
  if (sections[index]?.level !== 1) return sections;
  const at = blockEnd(sections, index);
  return [...sections.slice(0, at), newSection(2, title), ...sections.slice(at)];
}

/** Numbers as the server will give them, so that they are right while one edits. */
export function numbered(sections: Sections): Sections {
  const counters: number[] = [];
  return sections.map((section) => {
    counters.length = Math.min(counters.length, section.level);
    while (counters.length < section.level) counters.push(0);
    counters[section.level - 1] = (counters[section.level - 1] ?? 0) + 1;
    return { ...section, number: counters.join('.') };
  });
}

export const totalWords = (sections: Sections): number =>
  sections.reduce((sum, { targetWords }) => sum + targetWords, 0);
