import { compact, isSame } from './carry-origins';
import { keptParts } from './kept-parts';
import type { Origin, OwnedText, Provenance, Span } from './origin';

interface Range {
  start: number;
  end: number;
}

/** What a person has taken over of a model's suggestion. */
export interface TakenOver {
  /** The model's id. */
  writer: string;
  promptVersion: number;
  /** Markdown of the place with the changes that were taken. */
  text: string;
  /** The parts of it that the model has put in. */
  inserted: readonly Range[];
}

/** Where the new words of a text can only be: between what both texts begin and end with. */
function changedPart(before: string, after: string): Range {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same += 1;
  return { start, end: after.length - same };
}

const shifted = (ranges: readonly Range[], by: number): Range[] =>
  ranges.map(({ start, end }) => ({ start: start + by, end: end + by }));

function literalPlace(text: string, piece: string, { start, end }: Range): number {
  const first = Math.max(0, start - piece.length);
  const at = text.indexOf(piece, first);
  return at <= end ? at : -1;
}

/** Where the model's words of a suggestion stand in an edited text, as far as they still do. */
function standing(before: string, after: string, { text, inserted }: TakenOver): Range[] {
  const changed = changedPart(before, after);
  if (changed.start >= changed.end || text === '') return [];
  const at = literalPlace(after, text, changed);
  if (at !== -1) return shifted(inserted, at);
  // the person has gone on writing in it
  const from = Math.max(0, changed.start - text.length);
  const around = after.slice(from, changed.end + text.length);
  return keptParts(text, around).flatMap((part) =>
    inserted
      .map(({ start, end }) => ({
        start: Math.max(start, part.before),
        end: Math.min(end, part.before + part.length),
      }))
      .filter(({ start, end }) => start < end)
      .map(({ start, end }) => {
        const by = from + part.after - part.before;
        return { start: start + by, end: end + by };
      }),
  );
}

/** A span cut where the ranges begin and end; what lies in one of them is by `origin`. */
function cut(span: Span, ranges: readonly Range[], origin: number): Span[] {
  const spans: Span[] = [];
  let at = span.start;
  for (const range of [...ranges].sort((a, b) => a.start - b.start)) {
    const start = Math.max(range.start, at);
    const end = Math.min(range.end, span.end);
    if (start >= end) continue;
    if (start > at) spans.push({ ...span, start: at, end: start });
    spans.push({ start, end, origin });
    at = end;
  }
  return at < span.end ? [...spans, { ...span, start: at }] : spans;
}

/**
 * Gives to the models what a person has only taken over: of the parts that are new with this edit
 * those that a suggestion has put in. What the person has changed in them stays the person's.
 * @param before the text that was edited
 * @param own the origin of the edit
 */
export function creditSuggestions(
  before: string,
  { content, origins, spans }: OwnedText,
  own: Origin,
  takenOver: readonly TakenOver[],
): Provenance {
  const isOwn = (span: Span): boolean => {
    const origin = origins[span.origin];
    return origin !== undefined && isSame(origin, own);
  };
  const credited = takenOver.reduce<{ origins: Origin[]; spans: Span[] }>(
    (known, taken) => {
      const { writer, promptVersion } = taken;
      const ranges = standing(before, content, taken);
      const index = known.origins.length;
      return {
        origins: [...known.origins, { ...own, step: 'suggestion', writer, promptVersion }],
        spans: known.spans.flatMap((span) => (isOwn(span) ? cut(span, ranges, index) : [span])),
      };
    },
    { origins: [...origins], spans: [...spans] },
  );
  return compact(credited.spans, credited.origins);
}
