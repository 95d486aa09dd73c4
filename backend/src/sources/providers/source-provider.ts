import type { SourceProviderName } from '../../config';
import type { Patience } from './patience';
import type { ProviderAnswer } from './provider-answer';
import type { Question } from './question';

/** A service that knows of published works. */
export abstract class SourceProvider {
  abstract readonly name: SourceProviderName;
  /** Whether its records say that a work was retracted. */
  abstract readonly knowsRetractions: boolean;

  /** Never throws for what a service does. @returns undefined when it cannot know, and is not asked */
  abstract ask(question: Question, patience: Patience): Promise<ProviderAnswer | undefined>;
}
