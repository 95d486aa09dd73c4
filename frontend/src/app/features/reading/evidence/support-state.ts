import type { CitationSupport, SectionSupport } from '../../../api/generated/models';
import type { BadgeTone } from '../../../ui/badge/badge';
import type { IconName } from '../../../ui/icon/icon-paths';
import type { PlacedCitation } from '../../../ui/prose/prose-context';

export type SupportState = CitationSupport['state'];

/** From what deserves a look most; `unchecked` is no kind of passed. */
export const BY_CONCERN = ['unsupported', 'weak', 'unchecked', 'supported'] as const;

/** In the order in which they are counted up. */
export const SUPPORT_STATES = ['supported', 'weak', 'unsupported', 'unchecked'] as const;

export const SUPPORT_LOOKS: Record<SupportState, { icon: IconName; tone: BadgeTone }> = {
  supported: { icon: 'check', tone: 'good' },
  weak: { icon: 'half', tone: 'warn' },
  unsupported: { icon: 'missing', tone: 'bad' },
  unchecked: { icon: 'question', tone: 'plain' },
};

/** What is known of the works that a bracket cites, in its order. */
export function supportsOf(
  { items, ordinal }: PlacedCitation,
  support: SectionSupport | null,
): readonly CitationSupport[] {
  return support?.citations.slice(ordinal, ordinal + items.length) ?? [];
}

/** A bracket is as good as the worst of what it cites; null while nothing is known. */
export function stateOf(
  citation: PlacedCitation,
  support: SectionSupport | null,
): SupportState | null {
  const states = supportsOf(citation, support).map(({ state }) => state);
  return BY_CONCERN.find((state) => states.includes(state)) ?? null;
}
