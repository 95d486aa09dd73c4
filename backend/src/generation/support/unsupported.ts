import type { CitationFault } from '../citing/citable';
import type { GradedEvidence } from './graded-evidence';

const LONGEST_SHOWN = 200;

/** The sentences that a passage was cited for and does not carry, as faults of the text. */
export function unsupportedFaults(graded: readonly GradedEvidence[]): CitationFault[] {
  return graded
    .filter(({ evidence }) => evidence.state === 'unsupported')
    .map(({ place: { item, sentence, claim } }) => ({
      ...sentence,
      message: `The passages of ${item.key} do not say: “${claim.slice(0, LONGEST_SHOWN)}”.`,
    }));
}
