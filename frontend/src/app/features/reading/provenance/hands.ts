import type { FrontTextProvenance, Origin } from '../../../api/generated/models';
import type { ProseRange } from '../../../ui/prose/prose-model';

/** Who wrote a part of the text; `offline` is the program that only arranges the sources. */
export const HANDS = ['person', 'model', 'offline'] as const;

export type Hand = (typeof HANDS)[number];

export function handOf({ step, writer }: Pick<Origin, 'step' | 'writer'>): Hand {
  if (step === 'edit' || writer === null) return 'person';
  return writer === 'offline' ? 'offline' : 'model';
}

/** @param names what each hand is called where its words begin */
export function handRanges(
  { origins, spans }: Pick<FrontTextProvenance, 'origins' | 'spans'>,
  names: Readonly<Record<Hand, string>>,
): ProseRange[] {
  const ranges: ProseRange[] = [];
  for (const { start, end, origin } of spans) {
    const hand = origins[origin] === undefined ? 'person' : handOf(origins[origin]);
    const last = ranges.at(-1);
    // two drafts of one hand are one to a reader
    if (last?.look === hand && last.end === start) last.end = end;
    else ranges.push({ start, end, look: hand, label: names[hand] });
  }
  return ranges;
}
