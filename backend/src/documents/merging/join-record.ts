import { isDeepStrictEqual } from 'node:util';
import type { OutlineSection } from '../dto/outline';
import type { Section } from '../dto/section';
import type { CitationEvidence } from '../section-text';

/** What the source that stays takes over, beside passages and files. */
export interface TakenOver {
  mandatory: boolean;
  pageCount: number | null;
}

/** A text that cited the source that went, as it was, and the version that it then got. */
export interface RewrittenSection {
  id: string;
  version: number;
  /** The version that it had; not known of the oldest records. */
  before?: number;
  content: string;
  status: Section['status'];
  writer: string | null;
  evidence: CitationEvidence[];
}

/** Everything that two sources were before they became one. */
export interface JoinRecord {
  /** The row of the source that went, as the database has it. */
  gone: TakenOver & { row: { id: string; key: string } & Record<string, unknown> };
  stayed: TakenOver & { key: string };
  passages: { id: string; ordinal: number }[];
  files: string[];
  sections: RewrittenSection[];
  /** Of the sections of the outline that named the source that went, by their ids. */
  sourceKeys: Record<string, string[]>;
}

/** A text that is again what it was before a merge, with the version that it had then and has now. */
export interface RestoredSection {
  id: string;
  before: number;
  now: number;
}

/** Keys of a section after a merge: one name for both. */
export const joinedKeys = (keys: readonly string[], from: string, into: string): string[] => [
  ...new Set(keys.map((key) => (key === from ? into : key))),
];

/** The outline as it was, but for what has been planned otherwise since. */
export function separated(
  sections: readonly OutlineSection[],
  { gone, stayed, sourceKeys }: JoinRecord,
): OutlineSection[] {
  const { key } = gone.row;
  return sections.map((section) => {
    const before = sourceKeys[section.id];
    if (before === undefined) return section;
    if (isDeepStrictEqual(section.sourceKeys, joinedKeys(before, key, stayed.key))) {
      return { ...section, sourceKeys: before };
    }
    return { ...section, sourceKeys: [...new Set([...section.sourceKeys, key])] };
  });
}

/** What the source that stayed was before, unless it has been changed since. */
export function givenBack(now: TakenOver, { gone, stayed }: JoinRecord): TakenOver {
  const mandatory = stayed.mandatory || gone.mandatory;
  const pageCount = stayed.pageCount ?? gone.pageCount;
  return {
    mandatory: now.mandatory === mandatory ? stayed.mandatory : now.mandatory,
    pageCount: now.pageCount === pageCount ? stayed.pageCount : now.pageCount,
  };
}
