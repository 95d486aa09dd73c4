import { Inject, Injectable, Logger } from '@nestjs/common';
import { type DocumentLanguage, ProblemException } from '../../common';
import { CONFIGURATION, type Configuration } from '../../config';
import { likelyTokens } from '../budget/token-estimate';
import { ModelChain } from '../models/model-chain';
import { prose } from '../models/prose';
import type { StepOptions } from '../steps/step-options';
import { polishMessages } from '../tasks/polish-task';
import { keptWords } from './frozen';
import { mergePolish } from './merge-polish';

/** Room for a text that takes more tokens than was estimated. */
const SPARE = 1.5;
const FEWEST_OUTPUT_TOKENS = 500;
const MOST_TERMS = 100;

export interface Polished {
  text: string;
  /** The model that polished it; null when nothing of its answer was taken. */
  model: string | null;
  tokensUsed: number;
}

/**
 * Has a language model put a text better. For the reader alone: what it may change is wording, and
 * each block is taken over only where the rest is proven to be the same.
 */
@Injectable()
export class Polisher {
  private readonly logger = new Logger(Polisher.name);

  constructor(
    private readonly models: ModelChain,
    @Inject(CONFIGURATION) private readonly config: Configuration,
  ) {}

  /**
   * One call for a section. Where it fails, for whatever reason, the draft stays.
   * @param terms what is kept as it is: names of authors, terms of the work
   * @throws the reason of the signal
   */
  async polish(
    draft: string,
    language: DocumentLanguage,
    terms: readonly string[],
    { ownerId, jobId, signal }: StepOptions,
  ): Promise<Polished> {
    const unchanged = { text: draft, model: null, tokensUsed: 0 };
    if (!this.config.llm.polish || draft === '') return unchanged;
    try {
      const { text, truncated, model, tokens } = await this.models.complete({
        ...{ ownerId, jobId, signal, languageModelsOnly: true, continuation: prose(language) },
        messages: polishMessages({ language, terms: terms.slice(0, MOST_TERMS), text: draft }),
        maxOutputTokens: Math.max(FEWEST_OUTPUT_TOKENS, Math.ceil(likelyTokens(draft) * SPARE)),
      });
      const merged = mergePolish(
        draft,
        truncated ? '' : text,
        language,
        keptWords(terms, language),
      );
      this.logger.debug(
        `Polish: ${String(merged.taken)} blocks taken, ${String(merged.kept)} kept`,
      );
      return { text: merged.text, model: merged.taken > 0 ? model : null, tokensUsed: tokens };
    } catch (error) {
      if (!(error instanceof ProblemException)) throw error;
      this.logger.warn(`A section was not polished: ${error.code}`);
      return unchanged;
    }
  }
}
