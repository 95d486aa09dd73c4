import type { AbstractTask } from './abstract-task';
import type { OutlineTask } from './outline-task';
import { rulesFor } from './rules';
import type { SectionTask } from './section-task';

/** A chat message as every model takes it. */
export interface Message {
  role: 'system' | 'user' | 'assistant';
  content: string;
}

/** The conversation that gives a task to a writer: its rules, and the task itself as JSON. */
export function messagesFor(task: AbstractTask | OutlineTask | SectionTask): Message[] {
  return [
    { role: 'system', content: rulesFor(task) },
    { role: 'user', content: JSON.stringify(task) },
  ];
}

/** The same conversation, continued to have one answer mended. */
export function repairMessages(
  messages: readonly Message[],
  answer: string,
  faults: readonly string[],
): Message[] {
  const list = faults.map((fault) => `- ${fault}`).join('\n');
  const content = `Your answer cannot be accepted as it is:\n${list}\nGive the whole answer again with these mended, keeping to the rules. Where you cannot mend a sentence, leave it out.`;
  return [...messages, { role: 'assistant', content: answer }, { role: 'user', content }];
}
