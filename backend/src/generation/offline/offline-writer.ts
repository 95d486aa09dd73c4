import type { BaseChatModel, BaseMessage } from '../models/chat-model';
import { composeSection } from './composing/compose-section';
import { planOutline } from './planning/plan-outline';
import { readTask } from './read-task';

/** What the offline writer answers to a conversation that holds a task. */
export function answerOffline(contents: readonly string[]): string {
  const task = readTask(contents);
  return task.kind === 'outline'
    ? JSON.stringify(planOutline(task))
    : composeSection(task).markdown;
}

/**
 * The writer that needs no language model: it selects and arranges sentences of the task's sources
 * and adds connecting text. It is a chat model like any other, so that everything around it is the
 * same; it uses no tokens, and the same task always gives the same answer.
 */
export async function offlineWriter(): Promise<BaseChatModel> {
  const { BaseChatModel: Base } = await import('@langchain/core/language_models/chat_models');
  const { AIMessage } = await import('@langchain/core/messages');

  class OfflineWriter extends Base {
    _llmType(): string {
      return 'offline';
    }

    _generate(messages: BaseMessage[]) {
      const text = answerOffline(messages.map((message) => message.text));
      const message = new AIMessage({
        content: text,
        usage_metadata: { input_tokens: 0, output_tokens: 0, total_tokens: 0 },
        response_metadata: { finish_reason: 'stop' },
      });
      return Promise.resolve({ generations: [{ text, message }] });
    }
  }

  return new OfflineWriter({});
}
