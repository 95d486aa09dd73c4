import type { EvidencedText } from '../carry-evidence';
import type { TakenOver } from '../provenance/credit-suggestions';
import { withChanges } from './suggested-changes';
import type { AcceptedSuggestion } from './suggestion';
import type { StoredSuggestion } from './suggestions.repository';

/** What an edit has taken over from one suggestion. */
export interface TakenSuggestion {
  id: string;
  /** Indices of the changes. */
  changes: readonly number[];
  words: TakenOver;
  /** The proposed text with what its citations rest on. */
  evidenced: EvidencedText;
}

/**
 * The suggestions of a section that an edit names, each with every change that was taken of it by
 * now. Those that are not known, such as of a section that was made anew, are passed over: no text
 * of a person is refused for them.
 */
export function takenSuggestions(
  stored: readonly StoredSuggestion[],
  accepted: readonly AcceptedSuggestion[],
): TakenSuggestion[] {
  return stored.map(({ id, original, proposed, changes, accepted: before, evidence, ...by }) => {
    const named = accepted.filter(({ suggestionId }) => suggestionId === id);
    const indices = [...new Set([...before, ...named.flatMap((one) => one.changes)])];
    const { writer, promptVersion } = by;
    const words = { writer, promptVersion, ...withChanges(original, changes, indices) };
    return { id, changes: indices, words, evidenced: { content: proposed, evidence } };
  });
}
