import { Injectable } from '@nestjs/common';
import { ModelChain } from '../models/model-chain';
import { ModelRegistry } from '../models/model-registry';
import { jsonIn } from '../tasks/json-in';
import {
  type QuotedRule,
  QuotedRules,
  quotedRulesMessages,
  type QuotedRulesTask,
} from '../tasks/quoted-rules-task';

const MAX_OUTPUT_TOKENS = 6000;

/** Has a language model read a text of rules. */
@Injectable()
export class RulesReader {
  constructor(
    private readonly models: ModelChain,
    private readonly registry: ModelRegistry,
  ) {}

  get isConfigured(): boolean {
    return this.registry.models.some(({ offline }) => !offline);
  }

  /**
   * One call. Whoever uses its answer checks the values and looks up the quotations.
   * @returns null when the answer cannot be read
   * @throws ProblemException TOKEN_LIMIT, MODEL_FAILED
   */
  async read(task: QuotedRulesTask, ownerId: string): Promise<QuotedRule[] | null> {
    const { text } = await this.models.complete({
      ownerId,
      languageModelsOnly: true,
      messages: quotedRulesMessages(task),
      maxOutputTokens: MAX_OUTPUT_TOKENS,
    });
    return QuotedRules.safeParse(jsonIn(text)).data?.found ?? null;
  }
}
