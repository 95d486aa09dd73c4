import { overlap } from '../material/term';
import type { Theme } from './theme';

/** A unit that another theme covers already still counts a little for the next. */
const COVERED = 0.5;
/** What the author's own topic names comes before what the library happens to hold. */
const TOPIC_BONUS = 2;
/** Below this a theme has too little to itself for a section. */
const MIN_GAIN = 2;
/** Units with at least this strength carry a theme; one alone only where the topic asks for it. */
const CARRIES = 0.6;
const MIN_CARRYING = 2;

function gain({ strength, mentioned, quality }: Theme, best: readonly number[]): number {
  const added = strength.reduce(
    (sum, value, unit) => sum + Math.max(0, value - COVERED * (best[unit] ?? 0)),
    0,
  );
  return added * quality * (mentioned === null ? 1 : TOPIC_BONUS);
}

function isCarried({ strength, mentioned }: Theme): boolean {
  const carrying = strength.filter((value) => value >= CARRIES).length;
  return carrying >= (mentioned === null ? MIN_CARRYING : 1);
}

export interface ThemeCount {
  /** As many as read well. */
  preferred: number;
  /** As many as there may be when the topic names them. */
  most: number;
}

/** Themes that together cover the library, each adding what the others lack. */
export function chooseThemes(themes: readonly Theme[], { preferred, most }: ThemeCount): Theme[] {
  const carried = themes.filter(isCarried);
  const chosen: Theme[] = [];
  let best: number[] = [];
  while (chosen.length < most) {
    const full = chosen.length >= preferred;
    const next = (carried.length > 0 ? carried : themes)
      .filter((theme) => !full || theme.mentioned !== null)
      .filter((theme) => !chosen.some((other) => overlap(theme, other)))
      .map((theme) => ({ theme, value: gain(theme, best) }))
      .sort((a, b) => b.value - a.value)[0];
    if (next === undefined || (next.value < MIN_GAIN && chosen.length > 1)) break;
    chosen.push(next.theme);
    best = next.theme.strength.map((value, unit) => Math.max(value, best[unit] ?? 0));
  }
  return chosen;
}
