import { type DocumentLanguage, paced } from '../../common';
import type { CslItem } from '../csl/csl-item';
import { identitiesOf } from '../csl/identity';
import { mergeItems } from '../csl/merge-items';
import { keyStem } from '../csl/source-keys';
import type { SourceDraft } from '../reader/reading';
import type { KnownSource } from './known-source';
import { doisOf, titleStartsOf } from './opening';

/** By what the sources are looked up that an import may be about. */
export interface Wanted {
  dois: Set<string>;
  works: Set<string>;
  titleStarts: Set<string>;
}

export const nothingWanted = (): Wanted => ({
  dois: new Set(),
  works: new Set(),
  titleStarts: new Set(),
});

export function want(wanted: Wanted, item: CslItem): void {
  const { doi, work } = identitiesOf(item);
  if (doi !== undefined) wanted.dois.add(doi);
  wanted.works.add(work);
}

/** What the drafts of an import may be about, and how the keys of new sources would begin. */
export async function wantedBy(drafts: readonly SourceDraft[], language: DocumentLanguage) {
  const wanted = nothingWanted();
  const stems = new Set<string>();
  await paced(drafts, ({ csl, opening = '' }) => {
    want(wanted, csl);
    for (const doi of doisOf(opening)) wanted.dois.add(doi);
    for (const start of titleStartsOf(opening)) wanted.titleStarts.add(start);
    stems.add(keyStem(csl, language));
  });
  return { wanted, stems };
}

/**
 * What sources would become that a text is recognised to be of by its opening only: its details
 * may make such a source the same as one that no draft is about.
 */
export function wantedAfterMerge(
  drafts: readonly SourceDraft[],
  sources: readonly KnownSource[],
): Wanted {
  const wanted = nothingWanted();
  const texts = drafts.filter(({ opening }) => opening !== undefined);
  for (const { csl } of texts) {
    for (const source of sources) want(wanted, mergeItems(source.csl, csl));
  }
  return wanted;
}
