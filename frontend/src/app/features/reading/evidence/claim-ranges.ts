import type { SectionSupport } from '../../../api/generated/models';
import type { ProseRange } from '../../../ui/prose/prose-model';

/** The id of the element at which a claim begins in the text. */
export const claimId = (sectionId: string, start: number): string =>
  `${sectionId}-claim-${String(start)}`;

/** The statements without a source, as places that one can be led to. */
export const claimRanges = (sectionId: string, support: SectionSupport | null): ProseRange[] =>
  (support?.claims ?? []).map(({ start, end }) => ({
    ...{ start, end },
    look: 'claim',
    id: claimId(sectionId, start),
  }));
