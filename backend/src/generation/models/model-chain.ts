import { Injectable, Logger } from '@nestjs/common';
import { ProblemException } from '../../common';
import { TokenBudget } from '../budget/token-budget';
import { likelyTokens, promptBound } from '../budget/token-estimate';
import { ModelError } from './model-error';
import { modelCallDuration, modelTokens } from './model-metrics';
import type { Guard } from './model-policy';
import { type AvailableModel, ModelRegistry } from './model-registry';
import type { ModelAnswer, ModelRequest } from './model-request';
import { PaidAnswers } from './paid-answers';
import { type ModelReply, Reply, streamReply } from './stream-reply';

const RETRY_AFTER_SECONDS = 60;

/** Counts what one request has cost, over all models and attempts. */
interface Meter {
  tokens: number;
}

/** A call, and what its payment needs to know. */
interface Paying {
  model: string;
  request: ModelRequest;
  call: (reply: Reply) => Promise<ModelReply>;
  meter: Meter;
  answerOf: (reply: ModelReply) => ModelAnswer;
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

const outcomeOf = (error: unknown) => (error instanceof ModelError ? error.kind : 'given_up');

/** Asks the configured models in their order until one answers, within the owner's budget. */
@Injectable()
export class ModelChain {
  private readonly logger = new Logger(ModelChain.name);

  constructor(
    private readonly registry: ModelRegistry,
    private readonly budget: TokenBudget,
    private readonly paid: PaidAnswers,
  ) {}

  /** How many calls for one document may run at the same time. */
  get atOnce(): number {
    return this.registry.atOnce;
  }

  /** @throws ProblemException TOKEN_LIMIT, MODEL_FAILED; the reason of `signal` */
  async complete(request: ModelRequest): Promise<ModelAnswer> {
    const before = await this.paid.find(request);
    if (before !== undefined) return before;
    const failures: ModelError[] = [];
    const meter: Meter = { tokens: 0 };
    for (const model of this.registry.models) {
      if (model.offline && request.languageModelsOnly === true) continue;
      try {
        return await this.ask(model, request, meter);
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
  ): Promise<ModelAnswer> {
    const chat = await model.chat(request.maxOutputTokens);
    const { messages, signal } = request;
    const call = (reply: Reply) => streamReply(reply, chat, messages, model.timeouts, signal);
    const answerOf = ({ text, truncated }: ModelReply): ModelAnswer => {
      return { text, truncated, model: model.id, tokens: meter.tokens };
    };
    if (model.offline) return answerOf(await call(new Reply()));
    const paying: Paying = { model: model.id, request, call, meter, answerOf };
    return model.policy.execute((guard) => this.pay(guard, paying), signal);
  }

  /** One call that is paid for: reserved before, settled or released after. */
  private async pay(
    guard: Guard,
    { model, request, call, meter, answerOf }: Paying,
  ): Promise<ModelAnswer> {
    const { ownerId, messages, maxOutputTokens } = request;
    const reservation = await this.budget.reserve(ownerId, promptBound(messages) + maxOutputTokens);
    const partial = new Reply();
    const stop = modelCallDuration.startTimer({ model });
    const settled = await guard(() => call(partial)).then(
      (reply) => ({ reply, tokens: reply.tokens ?? likelyUse(request, reply.text) }),
      (error: unknown) => ({
        error,
        tokens: partial.text === '' ? 0 : likelyUse(request, partial.text),
      }),
    );
    stop({ outcome: 'error' in settled ? outcomeOf(settled.error) : 'answered' });
    modelTokens.inc({ model }, settled.tokens);
    meter.tokens += settled.tokens;
    if ('error' in settled) {
      await reservation.settle(settled.tokens);
      throw settled.error;
    }
    const answer = answerOf(settled.reply);
    await reservation.settle(settled.tokens, this.paid.kept(request, answer));
    return answer;
  }
}
