import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ModelChain } from '../models/model-chain';
import { ModelRegistry } from '../models/model-registry';
import type { StepOptions } from '../steps/step-options';
import { jsonIn } from '../tasks/json-in';
import {
  WISHES_VERSION,
  type WishesTask,
  wishesMessages,
  type WishVerdict,
  WishVerdicts,
} from '../tasks/wishes-task';

const MAX_OUTPUT_TOKENS = 4000;

/** Has a language model judge a text by what its author has asked for. */
@Injectable()
export class WishJudge {
  constructor(
    private readonly models: ModelChain,
    private readonly registry: ModelRegistry,
  ) {}

  get isConfigured(): boolean {
    return this.registry.models.some(({ offline }) => !offline);
  }

  /** The same for the same question to the same models. */
  digest(task: WishesTask): string {
    const models = this.registry.models.map(({ id }) => id);
    const question = JSON.stringify([WISHES_VERSION, models, task]);
    return createHash('sha256').update(question).digest('base64url');
  }

  /**
   * One call. Its verdicts are a model's opinion: whoever uses them looks up the quotations.
   * @returns null when its answer cannot be read
   * @throws ProblemException TOKEN_LIMIT, MODEL_FAILED
   */
  async judge(
    task: WishesTask,
    { ownerId, signal }: Pick<StepOptions, 'ownerId' | 'signal'>,
  ): Promise<WishVerdict[] | null> {
    const { text } = await this.models.complete({
      ...{ ownerId, signal, languageModelsOnly: true },
      messages: wishesMessages(task),
      maxOutputTokens: MAX_OUTPUT_TOKENS,
    });
    return WishVerdicts.safeParse(jsonIn(text)).data?.wishes ?? null;
  }
}
