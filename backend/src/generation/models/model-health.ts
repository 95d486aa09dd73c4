import { Injectable } from '@nestjs/common';
import type { BreakerState } from './model-policy';
import { ModelRegistry } from './model-registry';

/** What this process knows of the health of its models. */
@Injectable()
export class ModelHealth {
  constructor(private readonly registry: ModelRegistry) {}

  breakers(): { model: string; state: BreakerState }[] {
    return this.registry.models
      .filter(({ offline }) => !offline)
      .map(({ id, policy }) => ({ model: id, state: policy.state }));
  }
}
