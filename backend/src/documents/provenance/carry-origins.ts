import { keptParts } from './kept-parts';
import type { Origin, OwnedText, Provenance, Span } from './origin';

export const isSame = (a: Origin, b: Origin): boolean =>
  a.step === b.step && a.writer === b.writer && a.version === b.version && a.at === b.at;

/** Neighbours of one origin become one span; origins without a span are dropped. */
export function compact(spans: readonly Span[], origins: readonly Origin[]): Provenance {
  const firstOf = origins.map((origin) => origins.findIndex((other) => isSame(other, origin)));
  const merged: Span[] = [];
  for (const span of spans) {
    const origin = firstOf[span.origin] ?? span.origin;
    const last = merged.at(-1);
    if (last?.origin === origin) last.end = span.end;
    else merged.push({ ...span, origin });
  }
  const used = [...new Set(merged.map(({ origin }) => origin))].sort((a, b) => a - b);
  return {
    origins: used.flatMap((index) => origins[index] ?? []),
    spans: merged.map((span) => ({ ...span, origin: used.indexOf(span.origin) })),
  };
}

/** The spans of `before` as far as they lie in a kept part, moved to where that stands now. */
function moved(
  spans: readonly Span[],
  part: { before: number; after: number; length: number },
): Span[] {
  const shift = part.after - part.before;
  return spans
    .map(({ start, end, origin }) => ({
      start: Math.max(start, part.before) + shift,
      end: Math.min(end, part.before + part.length) + shift,
      origin,
    }))
    .filter(({ start, end }) => start < end);
}

/**
 * Where each character of `content` is from, which came out of `before`: what stood there keeps
 * its origin, the rest is by `origin`.
 */
export function carryOrigins(before: OwnedText, content: string, origin: Origin): Provenance {
  const own = before.origins.length;
  const spans: Span[] = [];
  let end = 0;
  for (const part of keptParts(before.content, content)) {
    if (part.after > end) spans.push({ start: end, end: part.after, origin: own });
    spans.push(...moved(before.spans, part));
    end = part.after + part.length;
  }
  if (end < content.length) spans.push({ start: end, end: content.length, origin: own });
  return compact(spans, [...before.origins, origin]);
}

/** The same with every origin for which `from` holds given over to `to`. */
export function reassign(
  { origins, spans }: Provenance,
  from: (origin: Origin) => boolean,
  to: Origin,
): Provenance {
  const own = origins.length;
  const changed = spans.map((span) => {
    const origin = origins[span.origin];
    return origin !== undefined && from(origin) ? { ...span, origin: own } : span;
  });
  return compact(changed, [...origins, to]);
}
