import { Injectable, Logger } from '@nestjs/common';
import { ProblemException } from '../../common';
import type { Message } from '../tasks/messages';
import { ModelError } from './model-error';
import { type AvailableModel, ModelRegistry } from './model-registry';
import type { ModelAnswer, ModelRequest } from './model-request';
import { type BegunAnswer, PaidAnswers } from './paid-answers';
import { type Course, PaidCalls, type Paying } from './paid-calls';
import { Reply, streamReply } from './stream-reply';

const RETRY_AFTER_SECONDS = 60;

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
    private readonly paid: PaidAnswers,
    private readonly calls: PaidCalls,
  ) {}

  /** How many calls for one document may run at the same time. */
  get atOnce(): number {
    return this.registry.atOnce;
  }

  /** @throws ProblemException TOKEN_LIMIT, MODEL_FAILED; the reason of `signal` */
  async complete(request: ModelRequest): Promise<ModelAnswer> {
    const { answer, begun } = await this.paid.find(request);
    if (answer !== undefined) return answer;
    const failures: ModelError[] = [];
    const course: Course = { tokens: 0, begun };
    for (const model of this.inOrder(begun)) {
      if (model.offline && request.languageModelsOnly === true) continue;
      try {
        return await this.ask(model, request, course);
      } catch (error) {
        if (!(error instanceof ModelError)) throw error;
        this.logger.warn(`Model ${model.id} failed: ${error.kind}`);
        failures.push(error);
      }
    }
    throw modelsFailed(failures);
  }

  /** Who has begun an answer is asked first to go on with it. */
  private inOrder(begun: readonly BegunAnswer[]): readonly AvailableModel[] {
    const writers = new Set(begun.map(({ model }) => model));
    const { models } = this.registry;
    return [
      ...models.filter(({ id }) => writers.has(id)),
      ...models.filter(({ id }) => !writers.has(id)),
    ];
  }

  private async ask(
    model: AvailableModel,
    request: ModelRequest,
    course: Course,
  ): Promise<ModelAnswer> {
    const chat = await model.chat(request.maxOutputTokens);
    const { signal } = request;
    const call = (reply: Reply, messages: readonly Message[]) =>
      streamReply(reply, chat, messages, model.timeouts, signal);
    if (model.offline) {
      const { text, truncated } = await call(new Reply(), request.messages);
      return { text, truncated, model: model.id, tokens: course.tokens };
    }
    const paying: Paying = { model: model.id, request, call, course };
    return model.policy.execute((guard) => this.calls.pay(guard, paying), signal);
  }
}
