import type { Message } from '../tasks/messages';
import type { Continuation } from './continuation';
import type { ModelReply } from './stream-reply';

export interface ModelRequest {
  /** Whose token budget pays. */
  ownerId: string;
  /** The job that asks, if one does: until its end, the same request is paid for once. */
  jobId?: string | undefined;
  messages: readonly Message[];
  /**
   * What makes it the same request, where its messages also tell what changes in the meantime;
   * else its messages do.
   */
  about?: string;
  maxOutputTokens: number;
  /** How one that breaks off is gone on with; left out where it is asked for again as a whole. */
  continuation?: Continuation;
  /** Leaves out the offline writer, which can do nothing but write. */
  languageModelsOnly?: boolean;
  signal?: AbortSignal | undefined;
}

export interface ModelAnswer extends Pick<ModelReply, 'text' | 'truncated'> {
  /** Id of the model that really wrote it. */
  model: string;
  /** Of all attempts together, as far as they are known. */
  tokens: number;
}
