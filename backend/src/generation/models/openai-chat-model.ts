import type { Configuration } from '../../config';
import type { BaseChatModel } from './chat-model';

/** A model behind any server that speaks OpenAI's protocol. */
export async function openAiChatModel(
  id: string,
  maxTokens: number,
  { apiKey, baseUrl }: Configuration['llm'],
  timeoutMs: number,
): Promise<BaseChatModel> {
  const { ChatOpenAI } = await import('@langchain/openai');
  return new ChatOpenAI({
    model: id,
    maxTokens,
    streamUsage: true,
    // Retries are the policy's, which knows the breaker and the budget
    maxRetries: 0,
    timeout: timeoutMs,
    // Servers on the own machine ask for no key, the client insists on one
    apiKey: apiKey ?? 'none',
    // The client would print what it cannot parse, and with it the text of the document
    configuration: {
      logLevel: 'off',
      maxRetries: 0,
      // A document's text goes where the configuration says, and nowhere on from there
      fetchOptions: { redirect: 'error' },
      ...(baseUrl && { baseURL: baseUrl }),
    },
  });
}
