import type { Problem } from '../../core/problem/problem';

/** How a draft stands to what the server has. */
export type DraftState = 'saved' | 'changed' | 'saving' | 'waiting' | 'refused' | 'conflict';

/** Not the text's fault: it will be taken later. */
const isPassing = ({ status }: Problem): boolean => status === 0 || status === 429 || status >= 500;

interface DraftFacts {
  isConflict: boolean;
  isSaving: boolean;
  isChanged: boolean;
  problem: Problem | null;
}

export function draftState({ isConflict, isSaving, isChanged, problem }: DraftFacts): DraftState {
  if (isConflict) return 'conflict';
  if (isSaving) return 'saving';
  if (!isChanged) return 'saved';
  if (problem === null) return 'changed';
  return isPassing(problem) ? 'waiting' : 'refused';
}
