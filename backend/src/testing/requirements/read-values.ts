import { extract } from '../../requirements/extraction/extract';
import { reconciled } from '../../requirements/extraction/reconcile';
import type { Formatting } from '../../requirements/profile/formatting';
import { bareValues } from '../../requirements/profile/profile';

/** What our rules read in a text of so many paragraphs. */
export async function readValues(...paragraphs: readonly string[]): Promise<Formatting> {
  const { evidence } = await extract(paragraphs.map((text) => ({ text, page: null })));
  return bareValues(reconciled(evidence).values);
}
