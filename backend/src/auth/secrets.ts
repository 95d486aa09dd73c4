import { hash, randomBytes, randomInt } from 'node:crypto';

/** Bytes of every opaque secret: out of reach of guessing, whatever the limits. */
const SECRET_BYTES = 32;

/** What `newSecret` and its successors look like: 32 bytes in base64url. */
const SECRET_SHAPE = /^[\w-]{43}$/;

/** No vowels, so no words; none of 0 1 I L O, which are read for one another. */
export const CODE_ALPHABET = '23456789BCDFGHJKMNPQRSTVWXYZ';
export const CODE_LENGTH = 8;

export const newSecret = (): string => randomBytes(SECRET_BYTES).toString('base64url');

export const isSecret = (value: unknown): value is string =>
  typeof value === 'string' && SECRET_SHAPE.test(value);

/** How a secret is kept at rest. It has 256 random bits, so a fast hash is enough. */
export const digest = (secret: string): Buffer => hash('sha256', secret, 'buffer');

/** A code for a person to type, each character drawn evenly. */
export function newCode(): string {
  const characters = Array.from(
    { length: CODE_LENGTH },
    () => CODE_ALPHABET[randomInt(CODE_ALPHABET.length)],
  );
  return characters.join('');
}
