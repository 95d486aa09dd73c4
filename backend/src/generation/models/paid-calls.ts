import { Injectable } from '@nestjs/common';
import { inSpan } from '../../tracing';
import { TokenBudget, type TokenReservation } from '../budget/token-budget';
import { likelyTokens, promptBound } from '../budget/token-estimate';
import type { Message } from '../tasks/messages';
import { BegunAnswers } from './begun-answers';
import { CallGate, type Leave } from './call-gate';
import { continuing, joined, joinedSoFar, usableOf } from './continuation';
import { countUse } from './count-use';
import { ModelError } from './model-error';
import { modelCallDuration } from './model-metrics';
import type { Guard } from './model-policy';
import { ModelRegistry } from './model-registry';
import type { ModelAnswer, ModelRequest } from './model-request';
import { type BegunAnswer, PaidAnswers } from './paid-answers';
import { type ModelReply, Reply } from './stream-reply';

/** How far one request is, over all models and attempts. */
export interface Course {
  /** That it has cost. */
  tokens: number;
  /** What came of answers that broke off, the longest first. */
  begun: readonly BegunAnswer[];
}

/** A call, and what its payment needs to know. */
export interface Paying {
  model: string;
  request: ModelRequest;
  call: (reply: Reply, messages: readonly Message[]) => Promise<ModelReply>;
  course: Course;
}

/** A call for which tokens are set aside. */
interface Reserved extends Paying {
  guard: Guard;
  reservation: TokenReservation;
  /** What had come of the answer; it is asked for the rest. */
  before: string;
  messages: readonly Message[];
}

/** Where the provider has not counted: the prompt and what came of an answer. */
function likelyUse(messages: readonly Message[], text: string): number {
  return likelyTokens(messages.map(({ content }) => content).join('') + text);
}

/** What this model has written already and can go on with; another one begins anew. */
function toGoOnWith(request: ModelRequest, model: string, { begun }: Course): string {
  const own = begun.find((one) => one.model === model);
  return own === undefined ? '' : usableOf(request, own.text);
}

const outcomeOf = (error: unknown) => (error instanceof ModelError ? error.kind : 'given_up');

/**
 * Calls that are paid for: reserved before, settled or released after. Of those of one job only one
 * at a time is without anything that is kept.
 */
@Injectable()
export class PaidCalls {
  constructor(
    private readonly registry: ModelRegistry,
    private readonly budget: TokenBudget,
    private readonly paid: PaidAnswers,
    private readonly begun: BegunAnswers,
    private readonly gate: CallGate,
  ) {}

  /**
   * One call. Where an answer of this model had broken off, it asks for the rest of it.
   * @throws ModelError; ProblemException TOKEN_LIMIT; the reason of the request's signal
   */
  async pay(guard: Guard, paying: Paying): Promise<ModelAnswer> {
    const { model, request, course } = paying;
    const before = toGoOnWith(request, model, course);
    const messages = continuing(request, before);
    const most = promptBound(messages) + request.maxOutputTokens;
    const reservation = await this.budget.reserve(request.ownerId, most);
    const leave = await this.turnOf(request, reservation);
    try {
      return await this.make({ ...paying, guard, reservation, before, messages }, leave);
    } finally {
      leave();
    }
  }

  private async turnOf({ jobId, signal }: ModelRequest, reservation: TokenReservation) {
    try {
      return await this.gate.enter(jobId, signal);
    } catch (error) {
      await reservation.settle(0);
      throw error;
    }
  }

  private async make(reserved: Reserved, leave: Leave): Promise<ModelAnswer> {
    const { model, request, course, reservation, before } = reserved;
    const partial = new Reply(() => {
      following.grown();
    });
    const textSoFar = () => joinedSoFar(request, before, partial.text);
    const coming = { reservationId: reservation.id, request, model, before, textSoFar };
    const following = this.begun.follow({ ...coming, onKept: leave });
    const settled = await this.settled(reserved, partial);
    following.stop();
    const { tokens, written } = settled;
    countUse(model, tokens, written, this.registry.pricing);
    course.tokens += tokens;
    if ('error' in settled) {
      const part = { model, text: textSoFar() };
      if (partial.text !== '') course.begun = [part, ...course.begun];
      // with its reservation goes what was kept of it as it came
      const paid = partial.text === '' ? undefined : this.paid.keptPart(request, part);
      await reservation.settle(tokens, { model, written, ...(paid && { paid }) });
      throw settled.error;
    }
    const { text, truncated } = settled.reply;
    const whole = joined(request, before, text);
    const answer = { text: whole, truncated, model, tokens: course.tokens };
    const paid = this.paid.kept(request, answer);
    await reservation.settle(tokens, { model, written, ...(paid && { paid }) });
    return answer;
  }

  /** What came of a call, and what it has used: as the provider counted, or else about so much. */
  private async settled({ model, guard, call, messages }: Reserved, partial: Reply) {
    const attributes = { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': model };
    const stop = modelCallDuration.startTimer({ model });
    try {
      const ask = () => guard(() => call(partial, messages));
      const reply = await inSpan(`chat ${model}`, attributes, ask);
      stop({ outcome: 'answered' });
      const tokens = reply.tokens ?? likelyUse(messages, reply.text);
      return { reply, tokens, written: reply.written ?? likelyTokens(reply.text) };
    } catch (error) {
      stop({ outcome: outcomeOf(error) });
      const tokens = partial.text === '' ? 0 : likelyUse(messages, partial.text);
      return { error, tokens, written: likelyTokens(partial.text) };
    }
  }
}
