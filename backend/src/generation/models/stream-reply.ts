import { TaskCancelledError, timeout, TimeoutStrategy } from 'cockatiel';
import type { Message } from '../tasks/messages';
import type { BaseChatModel } from './chat-model';
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
  private finish: string | undefined;

  add(chunk: Awaited<ReturnType<BaseChatModel['invoke']>>): void {
    this.text += chunk.text;
    this.tokens = chunk.usage_metadata?.total_tokens ?? this.tokens;
    const reason: unknown = chunk.response_metadata['finish_reason'];
    if (typeof reason === 'string') this.finish = reason;
  }

  /** @throws ModelError if the stream broke off, was withheld, or held nothing */
  finished(): ModelReply {
    const { text, tokens, finish } = this;
    if (finish === undefined) throw new ModelError('interrupted');
    if (finish === 'content_filter') throw new ModelError('filtered');
    if (text.trim() === '') throw new ModelError('malformed');
    return { text, tokens, truncated: finish === 'length' };
  }
}

async function readInto(
  reply: Reply,
  model: BaseChatModel,
  messages: readonly Message[],
  silenceMs: number,
  signal: AbortSignal,
): Promise<ModelReply> {
  const silence = new SilenceTimer(silenceMs);
  const conversation = messages.map(({ role, content }) => ({ role, content }));
  try {
    const stream = await model.stream(conversation, {
      signal: AbortSignal.any([signal, silence.signal]),
    });
    for await (const chunk of stream) {
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
