import type { Document } from '../../documents';
import { briefOf, sourceBrief, taskPassage } from '../steps/task-material';
import { SUGGESTION_VERSION, type SuggestionTask } from '../tasks/suggestion-task';
import type { SelectedText } from './selected-text';
import { citedItems } from './carrying-facts';
import type { SuggestionMaterial, Wanted } from './suggestion-material';

/** Characters on either side of the place. */
const AROUND = 800;
const MOST_TERMS = 100;

/** What is kept as it is by a polish: the authors' names and the words of titles. */
export function termsOf({ sources, document, section }: SuggestionTask): string[] {
  return [...sources.flatMap(({ authors }) => authors), document.title, section];
}

/** Everything a writer has to know to propose another wording. */
export function suggestionTaskFor(
  document: Document,
  section: Document['sections'][number],
  { start, end, text }: SelectedText,
  { action, instruction }: Wanted,
  { sources, passages }: SuggestionMaterial,
): SuggestionTask {
  const { title, content } = section;
  const shown = new Set([...citedItems(text), ...passages].map(({ key }) => key));
  const briefs = sources.filter(({ key }) => shown.has(key)).map(sourceBrief);
  const task: SuggestionTask = {
    ...{ version: SUGGESTION_VERSION, kind: 'suggestion' as const, action, text },
    ...(instruction !== null && { instruction }),
    language: document.language,
    document: briefOf(document),
    section: title,
    before: content.slice(Math.max(0, start - AROUND), start),
    after: content.slice(end, end + AROUND),
    sources: briefs,
    passages: passages.map(taskPassage),
    terms: [],
  };
  return { ...task, terms: action === 'polish' ? termsOf(task).slice(0, MOST_TERMS) : [] };
}
