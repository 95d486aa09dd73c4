import type { OutlineSection } from '../../api/generated/models';
import type { Direction } from './outline-edits';

export type OutlineChange = Partial<
  Pick<OutlineSection, 'title' | 'keyPoints' | 'targetWords' | 'sourceKeys'>
>;

export type OutlineItemEdit =
  | { kind: 'change'; change: OutlineChange }
  | { kind: 'move'; direction: Direction }
  | { kind: 'remove' | 'addAfter' | 'addBelow' | 'indent' | 'outdent' };

/** What one may do with a section where it stands. */
export interface Moves {
  up: boolean;
  down: boolean;
  indent: boolean;
  outdent: boolean;
}
