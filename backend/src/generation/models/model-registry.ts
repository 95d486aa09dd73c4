import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../../config';
import { CurrentSettings, OFFLINE_MODEL } from '../../settings';
import type { GenerationModel } from '../dto/models';
import { offlineWriter } from '../offline/offline-writer';
import type { BaseChatModel } from './chat-model';
import { openAiChatModel } from './openai-chat-model';
import { ModelPolicy, RESILIENCE, type ResilienceSettings } from './model-policy';
import type { StreamTimeouts } from './stream-reply';

export const OFFLINE = OFFLINE_MODEL;

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

/** What the settings are asked for. */
interface ModelOrder {
  readonly now: Pick<CurrentSettings['now'], 'models'>;
}

/** The models in the order in which they are tried, as it is set now. */
@Injectable()
export class ModelRegistry {
  /** One that is taken out and put in again is as healthy as it was. */
  private readonly known = new Map<string, AvailableModel>();

  constructor(
    @Inject(CONFIGURATION) private readonly config: Configuration,
    @Inject(CurrentSettings) private readonly order: ModelOrder,
    @Inject(RESILIENCE_SETTINGS) private readonly resilience: ResilienceSettings = RESILIENCE,
  ) {}

  get pricing(): Pick<Configuration['llm'], 'prices' | 'currency'> {
    return this.config.llm;
  }

  get models(): readonly AvailableModel[] {
    return this.order.now.models.map((id) => this.known.get(id) ?? this.add(id));
  }

  /** Calls for one document at the same time. The offline writer looks at what it wrote before. */
  get atOnce(): number {
    return this.order.now.models.includes(OFFLINE) ? 1 : this.config.llm.callsPerDocument;
  }

  private add(id: string): AvailableModel {
    const { llm } = this.config;
    const offline = id === OFFLINE;
    const silenceMs = llm.timeout * 1000;
    const timeouts = { silenceMs, totalMs: silenceMs * TOTAL_PER_SILENCE };
    const model: AvailableModel = {
      id,
      provider: offline ? 'built-in' : 'openai',
      offline,
      policy: new ModelPolicy(this.resilience, id),
      timeouts,
      chat: (maxOutputTokens) =>
        offline ? offlineWriter() : openAiChatModel(id, maxOutputTokens, llm, timeouts.totalMs),
    };
    this.known.set(id, model);
    return model;
  }
}
