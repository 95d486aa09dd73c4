import type { SourceProviderName } from '../../config';
import type { Patience } from './patience';
import type { ProviderAnswer } from './provider-answer';
import type { Question } from './question';

/** A service that knows of published works. */
export abstract class SourceProvider {
  abstract readonly name: SourceProviderName;
  /** Whether its records say that a work was retracted. */
  abstract readonly knowsRetractions: boolean;

  /** Whether it can know the answer at all; the silence of one that cannot says nothing. */
  abstract covers(question: Question): boolean;

  /**
   * Never throws for what a service does.
   * @param queueMs the longest that it may wait for its first turn
   */
  abstract ask(question: Question, patience: Patience, queueMs: number): Promise<ProviderAnswer>;
}
