import { Injectable } from '@nestjs/common';
import { newId } from '../common';
import { PassageSearch } from '../sources';
import { ModelRegistry } from './models/model-registry';

const FEWEST_TOKENS = 1;
const NO_DOCUMENT = { language: 'en', query: 'learning', limit: 1 } as const;

/** Loads what writing needs before the first section has to wait for it, for half a second. */
@Injectable()
export class WarmUp {
  constructor(
    private readonly registry: ModelRegistry,
    private readonly search: PassageSearch,
  ) {}

  /** What cannot be loaded is reported by the step that needs it. */
  async run(): Promise<void> {
    await Promise.allSettled([
      ...this.registry.models.map((model) => model.chat(FEWEST_TOKENS)),
      import('@langchain/core/messages'),
      this.search.search({ ...NO_DOCUMENT, documentId: newId() }),
    ]);
  }
}
