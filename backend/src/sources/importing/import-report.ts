import { paced } from '../../common';
import type { ImportReport } from '../dto/import-report';
import type { Source } from '../dto/source';
import type { RefusedEntry } from '../reader/reading';
import { toSource } from '../to-source';
import type { KnownSource } from './known-source';
import type { StoredImport } from './import.repository';

/** More are a file gone wrong as a whole, which nobody mends entry by entry. */
const MAX_REFUSED = 200;

async function sourcesOf(known: readonly KnownSource[]): Promise<Source[]> {
  const sources: Source[] = [];
  await paced(known, (source) => {
    sources.push(toSource(source));
  });
  return sources;
}

/** The first of them, and how many more there are. */
function bounded(refused: readonly RefusedEntry[]): RefusedEntry[] {
  const listed = refused.slice(0, MAX_REFUSED);
  const omitted = refused.length - listed.length;
  if (omitted === 0) return listed;
  const reason = `${String(omitted)} more entries could not be added, for reasons like these.`;
  return [
    ...listed,
    { line: null, entry: null, code: 'NOT_LISTED', at: null, count: omitted, reason },
  ];
}

/** What became of a file, for its owner. */
export async function reportOf(
  plan: StoredImport,
  unread: readonly RefusedEntry[],
): Promise<ImportReport> {
  return {
    added: await sourcesOf(plan.added),
    merged: await sourcesOf(plan.merged),
    merges: plan.merges,
    refused: bounded([...unread, ...plan.refused]),
  };
}
