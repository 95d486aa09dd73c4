import type { CslItem } from '../csl/csl-item';
import type { FailureReason } from './provider-failure';

/** A work as a provider describes it. */
export interface Work {
  csl: CslItem;
  /** null: this provider does not know of retractions. */
  retracted: boolean | null;
}

/**
 * Three things that must never be taken for one another: the provider knows no such work, the call
 * failed and says nothing about the work, the provider's budget is spent and asking is no use.
 */
export type ProviderAnswer =
  | { kind: 'found'; works: Work[] }
  | { kind: 'empty' }
  | { kind: 'failed'; reason: FailureReason; retryable: boolean }
  | { kind: 'spent'; until: Date };
