import type { EntityManager } from 'typeorm';
import { ProblemException } from '../../common';
import type { CslItem } from '../csl/csl-item';
import type { KnownSource } from '../importing/known-source';
import { candidates } from '../importing/known-sources';
import { SourceIndex } from '../importing/source-index';
import { nothingWanted, want } from '../importing/wanted';

const SAME =
  'With that it would be the same work as another source of the document. Correct the other one, ' +
  'or remove one of the two.';

/**
 * Callers have locked the document's sources.
 * @param csl what the source is to become
 * @throws ProblemException CONFLICT when that is what another source of the document is
 */
export async function assertNoOther(
  manager: EntityManager,
  documentId: string,
  csl: CslItem,
  source: KnownSource,
): Promise<void> {
  const wanted = nothingWanted();
  want(wanted, csl);
  const others = await candidates(manager, documentId, wanted);
  const index = new SourceIndex(others.filter(({ id }) => id !== source.id));
  if (index.isOther(csl, source)) {
    throw new ProblemException('CONFLICT', SAME, { reason: 'SAME_WORK' });
  }
}
