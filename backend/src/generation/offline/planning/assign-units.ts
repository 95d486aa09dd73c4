import type { Theme } from './theme';
import type { Unit } from './unit';

/** A theme with the units that are to carry it. */
export interface Leaf {
  theme: Theme;
  /** Indexes of units. */
  units: readonly number[];
}

/** A unit may go to a theme that it speaks about at least this much of what it does about its best. */
const FITTING = 0.5;
/** How much a full section repels further units, so that the lighter ones get some. */
const CROWDING = 0.8;
/** A unit goes into a second section that is short of material when it fits there this well. */
const SECOND_FIT = 0.65;
/** Sections with less than this share of the mean are no sections. */
const SMALLEST_SHARE = 0.4;

class Assignment {
  private readonly members = new Map<Theme, Set<number>>();
  private readonly mean: number;

  constructor(
    private readonly themes: readonly Theme[],
    private readonly units: readonly Unit[],
  ) {
    for (const theme of themes) this.members.set(theme, new Set());
    const words = units.reduce((sum, unit) => sum + unit.words, 0);
    this.mean = words / Math.max(1, themes.length);
  }

  private of(theme: Theme): Set<number> {
    return this.members.get(theme) ?? new Set();
  }

  private load(theme: Theme): number {
    return [...this.of(theme)].reduce((sum, unit) => sum + (this.units[unit]?.words ?? 0), 0);
  }

  /** Themes that a unit fits, with how well, the best first. */
  private fitting(unit: number): { theme: Theme; fit: number }[] {
    const strengths = this.themes.map((theme) => ({ theme, fit: theme.strength[unit] ?? 0 }));
    const best = Math.max(...strengths.map(({ fit }) => fit));
    return strengths
      .filter(({ fit }) => fit > 0 && fit >= best * FITTING)
      .map(({ theme, fit }) => ({ theme, fit: fit / best }))
      .sort((a, b) => b.fit - a.fit);
  }

  /** The units that have little choice choose first. */
  private byDecision(): number[] {
    return this.units
      .map((_, unit) => ({ unit, second: this.fitting(unit)[1]?.fit ?? 0 }))
      .sort((a, b) => a.second - b.second)
      .map(({ unit }) => unit);
  }

  private attraction = ({ theme, fit }: { theme: Theme; fit: number }): number =>
    fit / (1 + (CROWDING * this.load(theme)) / this.mean);

  private place(unit: number, choices: readonly { theme: Theme; fit: number }[]): void {
    const [best] = choices
      .map((choice) => ({ ...choice, pull: this.attraction(choice) }))
      .sort((a, b) => b.pull - a.pull);
    if (best !== undefined) this.of(best.theme).add(unit);
  }

  run(): Leaf[] {
    const order = this.byDecision();
    for (const unit of order) this.place(unit, this.fitting(unit));
    for (const unit of order) {
      const light = this.fitting(unit).filter(
        ({ theme, fit }) =>
          fit >= SECOND_FIT && !this.of(theme).has(unit) && this.load(theme) < this.mean,
      );
      this.place(unit, light);
    }
    return this.themes.map((theme) => ({
      theme,
      units: [...this.of(theme)].sort((a, b) => a - b),
    }));
  }
}

/** Words that a leaf can draw on; a unit in two leaves is divided between them. */
export function materialOf(leaf: Leaf, leaves: readonly Leaf[], units: readonly Unit[]): number {
  return leaf.units.reduce((sum, unit) => {
    const shares = leaves.filter((other) => other.units.includes(unit)).length;
    return sum + (units[unit]?.words ?? 0) / Math.max(1, shares);
  }, 0);
}

/**
 * Gives every unit to the one or two themes that it fits, so that each has enough to be written
 * from; themes for which that fails are dropped.
 */
export function assignUnits(themes: readonly Theme[], units: readonly Unit[]): Leaf[] {
  const leaves = new Assignment(themes, units).run();
  const materials = leaves.map((leaf) => materialOf(leaf, leaves, units));
  const mean = materials.reduce((sum, words) => sum + words, 0) / Math.max(1, leaves.length);
  const lightest = materials.indexOf(Math.min(...materials));
  if (leaves.length < 2 || (materials[lightest] ?? 0) >= mean * SMALLEST_SHARE) {
    return leaves.filter((leaf) => leaf.units.length > 0);
  }
  return assignUnits(themes.toSpliced(lightest, 1), units);
}
