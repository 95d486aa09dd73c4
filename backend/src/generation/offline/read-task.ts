import { z } from 'zod';
import { AbstractTask } from '../tasks/abstract-task';
import { OutlineTask } from '../tasks/outline-task';
import { SectionTask } from '../tasks/section-task';
import { SuggestionTask } from '../tasks/suggestion-task';

const Task = z.discriminatedUnion('kind', [AbstractTask, OutlineTask, SectionTask, SuggestionTask]);

/** The task among the messages of a conversation: the first of a user that is one. */
export function readTask(contents: readonly string[]): z.infer<typeof Task> {
  for (const content of contents) {
    if (!content.startsWith('{')) continue;
    const parsed = Task.safeParse(JSON.parse(content));
    if (parsed.success) return parsed.data;
  }
  throw new Error('The offline writer was given no task that it can read');
}
