import type { CslItem } from '../csl/csl-item';
import type { PassageKind } from '../passages/passage';

/** A source as an import sees it. */
export interface KnownSource {
  id: string;
  key: string;
  csl: CslItem;
  pageCount: number | null;
  /** The kinds of passages that it has. */
  kinds: PassageKind[];
  passageCount: number;
}
