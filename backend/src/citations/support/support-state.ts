/**
 * How far the passage of a citation carries the sentence that cites it. `unchecked` says that
 * nobody could tell, and is never to be shown as passed.
 */
export const SUPPORT_STATES = ['supported', 'weak', 'unsupported', 'unchecked'] as const;

export type SupportState = (typeof SUPPORT_STATES)[number];

export interface Support {
  state: SupportState;
  /** Share of the sentence's words that the passage has, 0 to 1; null when unchecked. */
  score: number | null;
}

export const UNCHECKED: Support = { state: 'unchecked', score: null };

const GRADES = ['supported', 'weak', 'unsupported'] as const;

export type SupportGrade = (typeof GRADES)[number];

/** The grade so many steps below; the lowest has none below it. */
export function lowered(grade: SupportGrade, steps: number): SupportGrade {
  return GRADES[Math.min(GRADES.length - 1, GRADES.indexOf(grade) + steps)] ?? 'unsupported';
}

/**
 * The worse of a state and a second opinion, if there is one: an opinion never lifts a state, and what was not
 * checked is not made `supported` by one.
 */
export function lowerOf(state: SupportState, opinion: SupportState): SupportState {
  if (opinion === 'unchecked') return state;
  if (state === 'unchecked') return opinion === 'supported' ? state : opinion;
  return GRADES.indexOf(opinion) > GRADES.indexOf(state) ? opinion : state;
}
