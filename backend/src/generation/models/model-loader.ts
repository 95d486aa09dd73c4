import { Injectable } from '@nestjs/common';
import { ModelRegistry } from './model-registry';

const FEWEST_TOKENS = 1;

/** Loads what calls to models need before the first one has to wait for it, for half a second. */
@Injectable()
export class ModelLoader {
  constructor(private readonly registry: ModelRegistry) {}

  /** What cannot be loaded is reported by the call that needs it. */
  async load(): Promise<void> {
    const needed = this.registry.models.map((model) => model.chat(FEWEST_TOKENS));
    await Promise.allSettled([...needed, import('@langchain/core/messages')]);
  }
}
