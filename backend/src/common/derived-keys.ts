import { createHmac, hkdfSync } from 'node:crypto';

/** The current one first, with which things are made; the others still recognise what they made. */
export type KeyRing<Key> = readonly [Key, ...Key[]];

/** Keys for one purpose, from the secrets that are configured (RFC 5869). */
export function deriveKeys(secrets: KeyRing<string>, purpose: string): KeyRing<Buffer> {
  const derive = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', purpose, 32));
  const [current, ...previous] = secrets;
  return [derive(current), ...previous.map(derive)];
}

/** HMAC-SHA-256, for what is signed, or is too short to be kept by a plain digest. */
export const keyedDigest = (key: Buffer, content: string | Buffer): Buffer =>
  createHmac('sha256', key).update(content).digest();
