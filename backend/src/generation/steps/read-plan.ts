import type { OutlineDraft } from '../../documents';
import { jsonIn } from '../tasks/json-in';
import { OutlinePlan, type PlannedSection } from '../tasks/outline-task';

/** The plan, or what is wrong with the answer that should have been one. */
export type ReadPlan = { plan: OutlinePlan; faults: string[] } | { plan: null; faults: string[] };

const MAX_FAULTS = 20;

/** Reads a model's answer to an outline task. Unknown keys are a fault, but not a fatal one. */
export function readPlan(answer: string, keys: ReadonlySet<string>): ReadPlan {
  const json = jsonIn(answer);
  if (json === undefined) return { plan: null, faults: ['It is not one valid JSON object.'] };
  const parsed = OutlinePlan.safeParse(json);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { plan: null, faults: faults.slice(0, MAX_FAULTS) };
  }
  const cited = new Set(parsed.data.sections.flatMap(({ sourceKeys }) => sourceKeys));
  const unknown = [...cited].filter((key) => !keys.has(key));
  const faults = unknown.map((key) => `No source of the task has the key ${key}.`);
  return { plan: parsed.data, faults: faults.slice(0, MAX_FAULTS) };
}

/** A chapter that is divided says what it has to say in its parts. */
function isDivided(sections: readonly PlannedSection[], index: number): boolean {
  return sections[index]?.level === 1 && sections[index + 1]?.level === 2;
}

const DEFAULT_WORDS = 300;
const LONGEST_SECTION = 20_000;

/** The plan as it is stored: known keys only, and word budgets that sum to `targetWords`. */
export function toOutlineDraft(
  { researchQuestion = null, sections }: OutlinePlan,
  keys: ReadonlySet<string>,
  targetWords: number,
): OutlineDraft {
  const wanted = sections.map(({ targetWords: words }, index) =>
    isDivided(sections, index) ? 0 : words || DEFAULT_WORDS,
  );
  const sum = wanted.reduce((all, words) => all + words, 0);
  const scaled = wanted.map((words) => Math.floor((words * targetWords) / Math.max(1, sum)));
  const rest = targetWords - scaled.reduce((all, words) => all + words, 0);
  const longest = scaled.indexOf(Math.max(...scaled));
  return {
    researchQuestion,
    sections: sections.map((section, index) => ({
      ...section,
      sourceKeys: [...new Set(section.sourceKeys)].filter((key) => keys.has(key)),
      targetWords: Math.min(LONGEST_SECTION, (scaled[index] ?? 0) + (index === longest ? rest : 0)),
    })),
  };
}
