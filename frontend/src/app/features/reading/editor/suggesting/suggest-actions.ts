import type { SuggestionAction } from './suggestions.store';

const ALL: readonly SuggestionAction[] = ['rewrite', 'shorten', 'expand', 'polish'];
/** The built-in writer can leave out and tidy up. */
const WITHOUT_MODEL: readonly SuggestionAction[] = ['shorten', 'polish'];

/** What can be asked for; less where no language model is set up. */
export const suggestActions = (offline: boolean): readonly SuggestionAction[] =>
  offline ? WITHOUT_MODEL : ALL;
