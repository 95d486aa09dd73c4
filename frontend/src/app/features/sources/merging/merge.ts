import type { ImportReport, Source, SourceEdit } from '../../../api/generated/models';

/** What an entry can bring that a source of the document has not. */
const FACTS = [
  ...['doi', 'year', 'container', 'volume', 'issue', 'pages'],
  ...['edition', 'publisher', 'place', 'language', 'url'],
] as (keyof Source & keyof SourceEdit)[];

export interface Merge {
  /** As it is now. */
  source: Source;
  /** Facts that were blank and no longer are; `names` for the authors. */
  filled: readonly (keyof Source)[];
  /** It can be read now, or more of it can. */
  broughtText: boolean;
  /** The merge that can be undone; null where nothing was taken in. */
  undo: string | null;
}

/** What a source has learnt from an entry that was recognised as the same work. */
export function mergeOf(before: Source, source: Source, undo: string | null): Merge {
  const facts = FACTS.filter((fact) => before[fact] === null && source[fact] !== null);
  const namesFilled = before.names.length === 0 && source.names.length > 0;
  return {
    source,
    filled: [...(namesFilled ? (['names'] as const) : []), ...facts],
    broughtText: source.passageCount > before.passageCount,
    undo,
  };
}

/** @param known the sources as they were; what only came with the import itself has no before */
export function mergesOf(
  known: readonly Source[],
  { merged, merges }: Pick<ImportReport, 'merged' | 'merges'>,
): Merge[] {
  const before = new Map(known.map((source) => [source.id, source]));
  const undo = new Map(merges.map(({ id, sourceId }) => [sourceId, id]));
  return [...new Map(merged.map((source) => [source.id, source])).values()].flatMap((source) => {
    const old = before.get(source.id);
    return old === undefined ? [] : [mergeOf(old, source, undo.get(source.id) ?? null)];
  });
}
