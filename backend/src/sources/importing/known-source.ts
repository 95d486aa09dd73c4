import type { CslItem } from '../csl/csl-item';
import type { ExistenceCheck } from '../dto/existence-check';
import type { PassageKind } from '../passages/passage';

/** A source as an import sees it. */
export interface KnownSource {
  id: string;
  key: string;
  csl: CslItem;
  pageCount: number | null;
  mandatory: boolean;
  /** The kinds of passages that it has. */
  kinds: PassageKind[];
  passageCount: number;
  /** What was found out about the reference as it is. */
  check: ExistenceCheck | null;
}

/** What an import can change of a source, beside its passages. */
export type SourceState = Pick<KnownSource, 'csl' | 'pageCount' | 'check'>;

/** What of a document matters to an import. */
export interface Surroundings {
  /** The sources that an entry of it may be about. */
  sources: readonly KnownSource[];
  /** The keys that stand in the way of new ones. */
  keys: readonly string[];
  sourceCount: number;
  passageCount: number;
}
