import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../../config';
import type { GenerationModel } from '../dto/models';
import { offlineWriter } from '../offline/offline-writer';
import type { BaseChatModel } from './chat-model';
import { openAiChatModel } from './openai-chat-model';
import { ModelPolicy, RESILIENCE, type ResilienceSettings } from './model-policy';
import type { StreamTimeouts } from './stream-reply';

/** Id of the writer that arranges sentences of the sources. */
export const OFFLINE = 'offline';

/** A long section of a slow local model; silence ends a call much sooner. */
const TOTAL_PER_SILENCE = 10;

/** One model that can be asked, with what the process knows about its health. */
export interface AvailableModel extends GenerationModel {
  readonly policy: ModelPolicy;
  readonly timeouts: StreamTimeouts;
  chat(maxOutputTokens: number): Promise<BaseChatModel>;
}

/** Token for other {@link ResilienceSettings} than the product's own. */
export const RESILIENCE_SETTINGS = Symbol('ResilienceSettings');

/** The configured models, in the order in which they are tried. */
@Injectable()
export class ModelRegistry {
  readonly models: readonly AvailableModel[];
  /** Calls for one document at the same time. The offline writer looks at what it wrote before. */
  readonly atOnce: number;
  readonly pricing: Pick<Configuration['llm'], 'prices' | 'currency'>;

  constructor(
    @Inject(CONFIGURATION) { llm }: Configuration,
    @Inject(RESILIENCE_SETTINGS) settings: ResilienceSettings = RESILIENCE,
  ) {
    this.pricing = llm;
    const silenceMs = llm.timeout * 1000;
    const timeouts = { silenceMs, totalMs: silenceMs * TOTAL_PER_SILENCE };
    const ids = llm.models.length === 0 ? [OFFLINE] : [...new Set(llm.models)];
    this.atOnce = ids.includes(OFFLINE) ? 1 : llm.callsPerDocument;
    this.models = ids.map((id) => {
      const offline = id === OFFLINE;
      return {
        id,
        provider: offline ? 'built-in' : 'openai',
        offline,
        policy: new ModelPolicy(settings, id),
        timeouts,
        chat: (maxOutputTokens) =>
          offline ? offlineWriter() : openAiChatModel(id, maxOutputTokens, llm, timeouts.totalMs),
      };
    });
  }
}
