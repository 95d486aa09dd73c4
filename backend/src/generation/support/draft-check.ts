import { parseCitations } from '../../citations';
import type { Citable, CitationFault } from '../citing/citable';
import { citationFaults } from '../citing/citation-faults';
import { removeFaults } from '../citing/remove-faults';
import { unknownNames } from '../citing/unknown-names';
import { type DraftBounds, lengthComplaints, repetitionComplaints } from './draft-bounds';
import { type GradedEvidence, gradedEvidence, type Grounds } from './graded-evidence';
import { unsupportedFaults } from './unsupported';

type Regrade = (graded: readonly GradedEvidence[]) => readonly GradedEvidence[];

const asTheyAre: Regrade = (graded) => graded;

/** What one section's drafts are held to. */
export class DraftCheck {
  private readonly known = new Map<string, readonly GradedEvidence[]>();

  constructor(
    private readonly citable: Citable,
    private readonly grounds: Grounds,
    /** Keys of the sources that have to be cited. */
    private readonly mandatory: readonly string[],
    private readonly bounds: DraftBounds,
  ) {}

  /** What a writer is asked to mend. */
  complaints(draft: string): string[] {
    const faults = citationFaults(draft, this.citable);
    const unsupported = faults.length > 0 ? [] : unsupportedFaults(this.graded(draft));
    const { clusters } = parseCitations(draft);
    const cited = new Set(clusters.flatMap(({ items }) => items.map(({ key }) => key)));
    const omitted = this.mandatory.filter((key) => !cited.has(key));
    return [
      ...[...faults, ...unsupported].map(({ message }) => message),
      ...unknownNames(draft, this.citable),
      ...omitted.map((key) => `The source ${key} is mandatory, and is not cited.`),
      ...lengthComplaints(draft, this.bounds),
      ...repetitionComplaints(draft, this.bounds),
    ];
  }

  /** The draft without what does not resolve; offline text is copied, which its words must show. */
  resolved(draft: string): string {
    return removeFaults(draft, this.citable, this.grounds.language);
  }

  /** The draft without what does not resolve and what its passages do not carry. */
  carried(draft: string, regrade: Regrade = asTheyAre): string {
    const further = (text: string): CitationFault[] =>
      unsupportedFaults(regrade(this.graded(text)));
    return removeFaults(draft, this.citable, this.grounds.language, further);
  }

  /** The same text is asked about at several points, and grading takes most of what is done between two calls. */
  graded(text: string): readonly GradedEvidence[] {
    const known = this.known.get(text) ?? gradedEvidence(text, this.grounds);
    this.known.set(text, known);
    return known;
  }
}
