import { Injectable, Logger } from '@nestjs/common';
import { ProblemException } from '../../common';
import { TokenBudget } from '../budget/token-budget';
import { likelyTokens, promptBound } from '../budget/token-estimate';
import type { Message } from '../tasks/messages';
import { ModelError } from './model-error';
import type { Guard } from './model-policy';
import { type AvailableModel, ModelRegistry } from './model-registry';
import { type ModelReply, Reply, streamReply } from './stream-reply';

export interface ModelRequest {
  /** Whose token budget pays. */
  ownerId: string;
  messages: readonly Message[];
  maxOutputTokens: number;
  /** Leaves out the offline writer, which can do nothing but write. */
  languageModelsOnly?: boolean;
  signal?: AbortSignal | undefined;
}

export interface ModelAnswer extends Pick<ModelReply, 'text' | 'truncated'> {
  /** Id of the model that really wrote it. */
  model: string;
  /** Of all attempts together, as far as they are known. */
  tokens: number;
}

const RETRY_AFTER_SECONDS = 60;

/** Counts what one request has cost, over all models and attempts. */
interface Meter {
  tokens: number;
}

/** Where the provider has not counted: the prompt and what came of an answer. */
function likelyUse({ messages }: ModelRequest, text: string): number {
  return likelyTokens(messages.map(({ content }) => content).join('') + text);
}

function modelsFailed(errors: readonly ModelError[]): ProblemException {
  const misconfigured = errors.every(
    ({ kind }) => kind === 'unauthorized' || kind === 'unknown_model',
  );
  const detail = misconfigured
    ? 'The language model refuses our access. Whoever runs this installation has to check its key and its model.'
    : 'The language model does not answer at the moment. What was written is kept; try again in a minute.';
  const cause = new AggregateError(errors, errors.map(({ kind }) => kind).join(', '));
  return new ProblemException('MODEL_FAILED', detail, { retryAfter: RETRY_AFTER_SECONDS, cause });
}

/** Asks the configured models in their order until one answers, within the owner's budget. */
@Injectable()
export class ModelChain {
  private readonly logger = new Logger(ModelChain.name);

  constructor(
    private readonly registry: ModelRegistry,
    private readonly budget: TokenBudget,
  ) {}

  /** How many calls for one document may run at the same time. */
  get atOnce(): number {
    return this.registry.atOnce;
  }

  /** @throws ProblemException TOKEN_LIMIT, MODEL_FAILED; the reason of `signal` */
  async complete(request: ModelRequest): Promise<ModelAnswer> {
    const failures: ModelError[] = [];
    const meter: Meter = { tokens: 0 };
    for (const model of this.registry.models) {
      if (model.offline && request.languageModelsOnly === true) continue;
      try {
        const { text, truncated } = await this.ask(model, request, meter);
        return { text, truncated, model: model.id, tokens: meter.tokens };
      } catch (error) {
        if (!(error instanceof ModelError)) throw error;
        this.logger.warn(`Model ${model.id} failed: ${error.kind}`);
        failures.push(error);
      }
    }
    throw modelsFailed(failures);
  }

  private async ask(
    model: AvailableModel,
    request: ModelRequest,
    meter: Meter,
  ): Promise<ModelReply> {
    const chat = await model.chat(request.maxOutputTokens);
    const { messages, signal } = request;
    const call = (reply: Reply) => streamReply(reply, chat, messages, model.timeouts, signal);
    if (model.offline) return call(new Reply());
    return model.policy.execute((guard) => this.pay(request, guard, call, meter), signal);
  }

  /** One call that is paid for: reserved before, settled or released after. */
  private async pay(
    request: ModelRequest,
    guard: Guard,
    call: (reply: Reply) => Promise<ModelReply>,
    meter: Meter,
  ): Promise<ModelReply> {
    const { ownerId, messages, maxOutputTokens } = request;
    const reservation = await this.budget.reserve(ownerId, promptBound(messages) + maxOutputTokens);
    const partial = new Reply();
    const settled = await guard(() => call(partial)).then(
      (reply) => ({ reply, tokens: reply.tokens ?? likelyUse(request, reply.text) }),
      (error: unknown) => ({
        error,
        tokens: partial.text === '' ? 0 : likelyUse(request, partial.text),
      }),
    );
    meter.tokens += settled.tokens;
    await reservation.settle(settled.tokens);
    if ('error' in settled) throw settled.error;
    return settled.reply;
  }
}
