import { Inject, Injectable, Logger } from '@nestjs/common';
import type { SourceProviderName } from '../../config';
import { toAnswer } from './answer-cache';
import { fit } from './fitness';
import type { Patience } from './patience';
import type { ProviderAnswer, Work } from './provider-answer';
import type { FailureReason } from './provider-failure';
import type { Question } from './question';
import { SourceProvider } from './source-provider';

/** Injection token of the configured {@link SourceProvider}s, in the order in which they are asked. */
export const PROVIDERS = Symbol('Providers');

const UNASKED: ReadonlySet<FailureReason> = new Set(['busy', 'circuit_open']);

export interface GivenAnswer {
  provider: SourceProviderName;
  answer: ProviderAnswer;
}

export interface FoundWork extends Work {
  provider: SourceProviderName;
}

/** Every provider that was asked has answered that it knows no such work. */
export const nobodyKnows = (answers: readonly GivenAnswer[]): boolean =>
  answers.length > 0 && answers.every(({ answer }) => answer.kind === 'empty');

export const worksIn = (answers: readonly GivenAnswer[]): FoundWork[] =>
  answers.flatMap(({ provider, answer }) =>
    answer.kind === 'found' ? answer.works.map((work) => ({ ...work, provider })) : [],
  );

export type WordsQuestion = Extract<Question, { kind: 'words' }>;

/** Asks the configured providers in their order until it is enough. */
@Injectable()
export class ProviderChain {
  private readonly logger = new Logger(ProviderChain.name);

  constructor(@Inject(PROVIDERS) private readonly providers: readonly SourceProvider[]) {}

  get empty(): boolean {
    return this.providers.length === 0;
  }

  /**
   * The work with a DOI, from the first provider that knows it. Where its record says nothing of
   * retractions, those who know of them are asked as well.
   */
  async lookUp(
    doi: string,
    patience: Patience,
  ): Promise<{ work: FoundWork | undefined; answers: GivenAnswer[] }> {
    const answers: GivenAnswer[] = [];
    for (const next of this.turns({ kind: 'doi', doi }, patience)) {
      const works = worksIn(answers);
      if (works.some(({ retracted }) => retracted !== null)) break;
      if (works.length > 0 && !next.provider.knowsRetractions) continue;
      answers.push(await next.ask());
    }
    const [work] = worksIn(answers);
    const told = worksIn(answers).map(({ retracted }) => retracted);
    const retracted = told.includes(true) || (told.find((one) => one !== null) ?? null);
    return { work: work && { ...work, retracted }, answers };
  }

  /** What the providers find for words, one after the other until `enough` of it is there. */
  async search(
    question: WordsQuestion,
    patience: Patience,
    enough: (works: readonly FoundWork[]) => boolean,
  ): Promise<GivenAnswer[]> {
    const answers: GivenAnswer[] = [];
    for (const next of this.turns(question, patience)) {
      if (enough(worksIn(answers))) break;
      const { provider, answer } = await next.ask();
      // theses and the like are as good as nothing
      const usable = answer.kind === 'found' ? toAnswer(fit(answer.works)) : answer;
      answers.push({ provider, answer: usable });
    }
    return answers;
  }

  /**
   * Those who can know the answer. Each but the last may spend half of what patience is left in a
   * queue, so that those after it have time as well.
   */
  private turns(question: Question, patience: Patience) {
    const able = this.providers.filter((provider) => provider.covers(question));
    return able.map((provider) => ({
      provider,
      ask: async (): Promise<GivenAnswer> => {
        const queueMs = provider === able.at(-1) ? patience.left : patience.left / 2;
        const answer = await provider.ask(question, patience, queueMs);
        this.note(provider.name, answer);
        return { provider: provider.name, answer };
      },
    }));
  }

  private note(name: SourceProviderName, answer: ProviderAnswer): void {
    if (answer.kind === 'spent') this.logger.debug(`${name} has spent its budget`);
    if (answer.kind !== 'failed') return;
    // one that was not even asked has been complained of before
    const level = UNASKED.has(answer.reason) ? 'debug' : 'warn';
    this.logger[level](`${name} failed: ${answer.reason}`);
  }
}
