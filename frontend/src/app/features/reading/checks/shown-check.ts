import type {
  CheckFinding,
  Document as Thesis,
  DocumentCheck,
  MatchingPassage,
} from '../../../api/generated/models';
import type { BadgeTone } from '../../../ui/badge/badge';
import type { IconName } from '../../../ui/icon/icon-paths';
import { plainSentence } from '../evidence/plain-sentence';

export type CheckState = DocumentCheck['state'];

/** `unchecked` must not look like anything that went well. */
export const CHECK_LOOKS: Record<CheckState, { icon: IconName; tone: BadgeTone }> = {
  passed: { icon: 'check', tone: 'good' },
  failed: { icon: 'missing', tone: 'bad' },
  unchecked: { icon: 'question', tone: 'plain' },
};

/** A finding with the words that it is about, as they were when it was made. */
export interface ShownFinding {
  /** Of the element at its place in the text. */
  id: string;
  kind: string;
  message: string;
  /** Null for the document as a whole. */
  sectionId: string | null;
  /** Number and title of the section. */
  place: string;
  /** Null where it is about a section as a whole. */
  words: { text: string; start: number; end: number; version: number } | null;
  passage: MatchingPassage | null;
  suggestions: readonly string[];
}

export interface ShownCheck extends Pick<
  DocumentCheck,
  'id' | 'state' | 'reason' | 'summary' | 'more'
> {
  findings: readonly ShownFinding[];
}

const LONGEST_WORDS = 240;

function shortened(text: string): string {
  const plain = plainSentence(text);
  if (plain.length <= LONGEST_WORDS) return plain;
  return `${plain.slice(0, LONGEST_WORDS).replace(/\s+\S*$/, '')}…`;
}

function wordsOf(
  { sectionId, start, end }: CheckFinding,
  { sections }: Thesis,
): ShownFinding['words'] {
  const section = sections.find(({ id }) => id === sectionId);
  if (section === undefined || start === null || end === null || end <= start) return null;
  const { content, version } = section;
  if (end > content.length || (start === 0 && end === content.length)) return null;
  return { text: shortened(content.slice(start, end)), start, end, version };
}

function placeOf({ sectionId }: CheckFinding, { outline }: Thesis): string {
  const heading = outline?.sections.find(({ id }) => id === sectionId);
  return heading === undefined ? '' : `${heading.number} ${heading.title}`;
}

/** @param document as it was checked */
export function shownCheck(check: DocumentCheck, document: Thesis): ShownCheck {
  const findings = check.findings.map((finding, index) => ({
    id: `finding-${check.id}-${String(index)}`,
    kind: finding.kind,
    message: finding.message,
    sectionId: finding.sectionId,
    place: placeOf(finding, document),
    words: wordsOf(finding, document),
    passage: finding.passage ?? null,
    suggestions: finding.suggestions ?? [],
  }));
  const { id, state, reason, summary, more } = check;
  return { id, state, reason, summary, more, findings };
}
