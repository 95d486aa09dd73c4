import type { Message } from '../tasks/messages';

/** Tokens that chat templates put around each message; none of the known ones needs more. */
const PER_MESSAGE = 16;

const bytes = (text: string): number => Buffer.byteLength(text, 'utf8');

/**
 * At least as many tokens as any byte-level tokenizer makes of these messages: none makes two
 * tokens of one byte. Generous on purpose, since a reservation lasts only as long as its call.
 */
export function promptBound(messages: readonly Message[]): number {
  return messages.reduce((sum, { content }) => sum + bytes(content) + PER_MESSAGE, 0);
}

/** Tokens of a text where the provider has not counted them; real ones have 3.5 to 5 bytes. */
export function likelyTokens(text: string): number {
  return Math.ceil(bytes(text) / 3);
}
