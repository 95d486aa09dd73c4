import { Injectable, Logger } from '@nestjs/common';
import { ProblemException } from '../../common';
import { inSpan } from '../../tracing';
import { TokenBudget } from '../budget/token-budget';
import { likelyTokens, promptBound } from '../budget/token-estimate';
import type { Message } from '../tasks/messages';
import { BegunAnswers } from './begun-answers';
import { continuing, joined, wholePart } from './continuation';
import { countUse } from './count-use';
import { ModelError } from './model-error';
import { modelCallDuration } from './model-metrics';
import type { Guard } from './model-policy';
import { type AvailableModel, ModelRegistry } from './model-registry';
import type { ModelAnswer, ModelRequest } from './model-request';
import { type BegunAnswer, PaidAnswers } from './paid-answers';
import { type ModelReply, Reply, streamReply } from './stream-reply';

const RETRY_AFTER_SECONDS = 60;

/** How far one request is, over all models and attempts. */
interface Course {
  /** That it has cost. */
  tokens: number;
  /** What came of an answer that broke off, and of which model. */
  begun: BegunAnswer | undefined;
}

/** A call, and what its payment needs to know. */
interface Paying {
  model: string;
  request: ModelRequest;
  call: (reply: Reply, messages: readonly Message[]) => Promise<ModelReply>;
  course: Course;
}

/** Where the provider has not counted: the prompt and what came of an answer. */
function likelyUse(messages: readonly Message[], text: string): number {
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

/** Whole sentences that this model has written already; another one begins anew. */
function toGoOnWith({ prose }: ModelRequest, model: string, begun?: BegunAnswer): string {
  if (prose === undefined || begun?.model !== model) return '';
  return wholePart(begun.text, prose);
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
    private readonly begun: BegunAnswers,
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
    for (const model of this.registry.models) {
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
    return model.policy.execute((guard) => this.pay(guard, paying), signal);
  }

  /**
   * One call that is paid for: reserved before, settled or released after. Where an answer of this
   * model had broken off, it asks for the rest of it.
   */
  private async pay(guard: Guard, paying: Paying): Promise<ModelAnswer> {
    const { model, request, course } = paying;
    const { ownerId, maxOutputTokens } = request;
    const before = toGoOnWith(request, model, course.begun);
    const messages = continuing(request.messages, before);
    const reservation = await this.budget.reserve(ownerId, promptBound(messages) + maxOutputTokens);
    const partial = new Reply();
    const textSoFar = () => joined(before, partial.text);
    const unfollow = this.begun.follow(reservation.id, request, model, textSoFar);
    const stop = modelCallDuration.startTimer({ model });
    const settled = await this.settled(guard, paying, messages, partial);
    unfollow();
    stop({ outcome: 'error' in settled ? outcomeOf(settled.error) : 'answered' });
    const { tokens, written } = settled;
    countUse(model, tokens, written, this.registry.pricing);
    course.tokens += tokens;
    if ('error' in settled) {
      if (partial.text !== '') course.begun = { model, text: textSoFar() };
      await reservation.settle(tokens, { model, written });
      throw settled.error;
    }
    const { text, truncated } = settled.reply;
    const answer = { text: joined(before, text), truncated, model, tokens: course.tokens };
    const paid = this.paid.kept(request, answer);
    await reservation.settle(tokens, { model, written, ...(paid && { paid }) });
    return answer;
  }

  /** What came of a call, and what it has used: as the provider counted, or else about so much. */
  private settled(
    guard: Guard,
    { model, call }: Paying,
    messages: readonly Message[],
    partial: Reply,
  ) {
    const attributes = { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': model };
    const asked = inSpan(`chat ${model}`, attributes, () => guard(() => call(partial, messages)));
    return asked.then(
      (reply) => ({
        reply,
        tokens: reply.tokens ?? likelyUse(messages, reply.text),
        written: reply.written ?? likelyTokens(reply.text),
      }),
      (error: unknown) => ({
        error,
        tokens: partial.text === '' ? 0 : likelyUse(messages, partial.text),
        written: likelyTokens(partial.text),
      }),
    );
  }
}
