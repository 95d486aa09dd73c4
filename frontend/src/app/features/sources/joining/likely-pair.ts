import type { Source } from '../../../api/generated/models';

/** What somebody holds for one work: a source, and the other one where that is known. */
export interface LikelyPair {
  source: Source;
  other: Source | null;
}

/** What came of it; `apart`: they look like one work, and are two. */
export type JoinEnd = 'joined' | 'apart' | 'left';
