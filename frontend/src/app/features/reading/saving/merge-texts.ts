import { diffArrays } from 'diff';

export interface MergedTexts {
  text: string;
  /** Passages that both have changed; both wordings stand there, theirs first. */
  clashes: number;
}

const paragraphsOf = (text: string): string[] =>
  text.trim() === '' ? [] : text.trim().split(/\n[ \t]*\n\s*/);

/** For each paragraph of `base` its place in `other`; -1 where it is gone or has changed. */
function placesIn(base: readonly string[], other: readonly string[]): number[] {
  const places: number[] = [];
  let at = 0;
  for (const { added, removed, value } of diffArrays([...base], [...other])) {
    if (added) at += value.length;
    else for (const _ of value) places.push(removed ? -1 : at++);
  }
  return places;
}

const isSame = (some: readonly string[], others: readonly string[]): boolean =>
  some.length === others.length && some.every((one, index) => one === others[index]);

/**
 * Three-way merge, paragraph by paragraph: what only one has changed is taken, and where both have
 * changed the same, nothing of either is lost.
 */
export function mergeTexts(base: string, mine: string, theirs: string): MergedTexts {
  const [ours, left, right] = [base, mine, theirs].map(paragraphsOf) as [
    string[],
    string[],
    string[],
  ];
  const inMine = placesIn(ours, left);
  const inTheirs = placesIn(ours, right);
  const merged: string[] = [];
  let clashes = 0;
  const done = { base: 0, mine: 0, theirs: 0 };
  const upTo = (end: { base: number; mine: number; theirs: number }) => {
    const was = ours.slice(done.base, end.base);
    const my = left.slice(done.mine, end.mine);
    const their = right.slice(done.theirs, end.theirs);
    if (isSame(my, was) || isSame(my, their)) merged.push(...their);
    else if (isSame(their, was)) merged.push(...my);
    else {
      merged.push(...their, ...my);
      if (my.length > 0 && their.length > 0) clashes += 1;
    }
  };
  ours.forEach((paragraph, index) => {
    const [my = -1, their = -1] = [inMine[index], inTheirs[index]];
    if (my === -1 || their === -1) return;
    upTo({ base: index, mine: my, theirs: their });
    merged.push(paragraph);
    Object.assign(done, { base: index + 1, mine: my + 1, theirs: their + 1 });
  });
  upTo({ base: ours.length, mine: left.length, theirs: right.length });
  return { text: merged.join('\n\n'), clashes };
}
