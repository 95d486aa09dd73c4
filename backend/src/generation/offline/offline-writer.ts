import type { BaseChatModel, BaseMessage } from '../models/chat-model';
import { composeAbstract } from './composing/compose-abstract';
import { composeSection } from './composing/compose-section';
import { shortenText } from './composing/shorten-text';
import { tidyText } from './composing/tidy-text';
import { planOutline } from './planning/plan-outline';
import { readTask } from './read-task';

/** What the offline writer answers to a conversation that holds a task. */
export function answerOffline(contents: readonly string[]): string {
  const task = readTask(contents);
  switch (task.kind) {
    case 'outline':
      return JSON.stringify(planOutline(task));
    case 'section':
      return composeSection(task).markdown;
    case 'abstract':
      return composeAbstract(task);
    case 'suggestion':
      return task.action === 'shorten'
        ? shortenText(task.text, task.language)
        : tidyText(task.text, task.language);
  }
}

/**
 * The writer that needs no language model: it selects and arranges sentences of the task's sources
 * and adds connecting text. It is a chat model like any other, so that everything around it is the
 * same; it uses no tokens, and the same task always gives the same answer.
 */
export async function offlineWriter(): Promise<BaseChatModel> {
  const { BaseChatModel: Base } = await import('@langchain/core/language_models/chat_models');
  const { AIMessageChunk } = await import('@langchain/core/messages');
  const { ChatGenerationChunk } = await import('@langchain/core/outputs');

  const answerTo = (messages: readonly BaseMessage[]) => {
    const text = answerOffline(messages.map((message) => message.text));
    const message = new AIMessageChunk({
      content: text,
      usage_metadata: { input_tokens: 0, output_tokens: 0, total_tokens: 0 },
    });
    return new ChatGenerationChunk({ text, message, generationInfo: { finish_reason: 'stop' } });
  };

  class OfflineWriter extends Base {
    _llmType(): string {
      return 'offline';
    }

    _generate(messages: BaseMessage[]) {
      return Promise.resolve({ generations: [answerTo(messages)] });
    }

    override async *_streamResponseChunks(messages: BaseMessage[]) {
      yield await Promise.resolve(answerTo(messages));
    }
  }

  return new OfflineWriter({});
}
