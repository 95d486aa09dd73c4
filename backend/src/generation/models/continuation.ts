import type { Message } from '../tasks/messages';

/** How an answer is gone on with that broke off. */
export interface Continuation {
  /** The beginning of it from which the rest can be asked for; empty when there is none. */
  usable(begun: string): string;
  /** The conversation that asks for what comes behind `before`, a usable beginning. */
  messages(whole: readonly Message[], before: string): readonly Message[];
  /** Both parts as one answer. */
  joined(before: string, after: string): string;
}

/** What a request says about answers that break off; without, they are asked for again as a whole. */
interface Continuable {
  continuation?: Continuation | undefined;
}

export function usableOf({ continuation }: Continuable, begun: string): string {
  return continuation?.usable(begun) ?? '';
}

export function continuing(
  { continuation, messages }: Continuable & { messages: readonly Message[] },
  before: string,
): readonly Message[] {
  return before === '' || !continuation ? messages : continuation.messages(messages, before);
}

export function joined({ continuation }: Continuable, before: string, after: string): string {
  return before === '' || !continuation ? after : continuation.joined(before, after);
}

const NO_WORD = /^[^\p{L}\p{N}]+/u;

/**
 * The same while the rest is still coming. As long as it says only what the beginning says, nobody
 * knows whether the model repeats it.
 */
export function joinedSoFar(request: Continuable, before: string, after: string): string {
  return before.includes(after.replace(NO_WORD, '').trimEnd())
    ? before
    : joined(request, before, after);
}
