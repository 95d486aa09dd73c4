import { TaskCancelledError, timeout, TimeoutStrategy } from 'cockatiel';
import { toStorable } from '../../common';
import type { Message } from '../tasks/messages';
import type { AIMessageChunk, BaseChatModel, BaseMessage, ChatGenerationChunk } from './chat-model';
import { ModelError, toModelError } from './model-error';

export interface StreamTimeouts {
  /** Longest wait for the first token, and between any two. */
  silenceMs: number;
  totalMs: number;
}

export interface ModelReply {
  text: string;
  /** As the provider counted them; null if it did not. */
  tokens: number | null;
  /** Those of them that were written. */
  written: number | null;
  /** The answer ended because it had reached the longest length. */
  truncated: boolean;
}

class SilenceTimer {
  private readonly controller = new AbortController();
  private readonly timer: NodeJS.Timeout;

  constructor(ms: number) {
    this.timer = setTimeout(() => {
      this.controller.abort();
    }, ms);
  }

  get signal(): AbortSignal {
    return this.controller.signal;
  }

  heard(): void {
    this.timer.refresh();
  }

  stop(): void {
    clearTimeout(this.timer);
  }
}

/** What arrives of one answer. Readable at any time: what a broken call has sent may be billed. */
export class Reply {
  text = '';
  private tokens: number | null = null;
  private written: number | null = null;
  private finish: string | undefined;

  /** @param grown is called with every piece */
  constructor(private readonly grown: () => void = () => undefined) {}

  add({ message, generationInfo }: ChatGenerationChunk): void {
    // a chat model streams no other kind
    const { text, usage_metadata: usage } = message as AIMessageChunk;
    this.text += text;
    this.tokens = usage?.total_tokens ?? this.tokens;
    this.written = usage?.output_tokens ?? this.written;
    const reason: unknown = generationInfo?.['finish_reason'];
    if (typeof reason === 'string') this.finish = reason;
    this.grown();
  }

  /** @throws ModelError if the stream broke off, was withheld, or held nothing */
  finished(): ModelReply {
    const { tokens, written, finish } = this;
    const text = toStorable(this.text);
    if (finish === undefined) throw new ModelError('interrupted');
    if (finish === 'content_filter') throw new ModelError('filtered');
    if (text.trim() === '') throw new ModelError('malformed');
    return { text, tokens, written, truncated: finish === 'length' };
  }
}

async function toMessages(conversation: readonly Message[]): Promise<BaseMessage[]> {
  const { coerceMessageLikeToMessage } = await import('@langchain/core/messages');
  return conversation.map(({ role, content }) => coerceMessageLikeToMessage({ role, content }));
}

async function readInto(
  reply: Reply,
  model: BaseChatModel,
  messages: readonly Message[],
  silenceMs: number,
  signal: AbortSignal,
): Promise<ModelReply> {
  const silence = new SilenceTimer(silenceMs);
  try {
    const conversation = await toMessages(messages);
    const options = { signal: AbortSignal.any([signal, silence.signal]) };
    // What `stream` adds, callbacks and tracing, has no user here and costs half as much again
    for await (const chunk of model._streamResponseChunks(conversation, options)) {
      silence.heard();
      reply.add(chunk);
    }
    if (silence.signal.aborted) throw new ModelError('timeout');
    return reply.finished();
  } catch (error) {
    throw silence.signal.aborted ? new ModelError('timeout') : toModelError(error);
  } finally {
    silence.stop();
  }
}

/**
 * Asks a model and gathers what it streams into `reply`. Streaming is what makes the silence of a
 * hanging server different from a long answer.
 * @throws ModelError, or the reason of `signal` when the caller gave up
 */
export async function streamReply(
  reply: Reply,
  model: BaseChatModel,
  messages: readonly Message[],
  { silenceMs, totalMs }: StreamTimeouts,
  signal?: AbortSignal,
): Promise<ModelReply> {
  try {
    return await timeout(totalMs, TimeoutStrategy.Aggressive).execute(
      (context) => readInto(reply, model, messages, silenceMs, context.signal),
      signal,
    );
  } catch (error) {
    signal?.throwIfAborted();
    throw error instanceof TaskCancelledError ? new ModelError('timeout') : error;
  }
}
