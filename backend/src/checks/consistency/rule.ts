import type { DocumentLanguage } from '../../common';
import type { SourceRecord } from '../../sources';
import type { CheckFinding } from '../dto/checks';
import type { CheckedSection } from '../text-check';

/** One kind of inconsistency: takes the sections in reading order, then says what it found. */
export interface ConsistencyRule {
  take(section: CheckedSection): void;
  findings(): CheckFinding[];
}

export interface RuleContext {
  language: DocumentLanguage;
  sources: readonly SourceRecord[];
}

/** A place in a section's text. */
export interface Place {
  sectionId: string;
  start: number;
  /** Exclusive. */
  end: number;
}
