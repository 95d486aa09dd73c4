import { pipeline, Readable, type Transform } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { createGunzip, createGzip } from 'node:zlib';
import { BackupError } from './backup-error';
import type { BackupKey } from './backup-key';

type Bytes = ReadableStream<Uint8Array>;

/** Texts shrink to a third; more effort would cost more time than space. */
const LEVEL = 1;

/** The last of `parts`, fed by the others; reading it fails when any of them does. */
export function chained(source: Readable, ...parts: Transform[]): Readable {
  const last = parts.at(-1) ?? source;
  // The error reaches the reader of the last part, which the pipeline destroys with it
  pipeline([source, ...parts], () => undefined);
  return last;
}

/**
 * Compressed and encrypted: gzip within the age format (https://age-encryption.org/v1), so that
 * `age --decrypt | gunzip` opens it without the product.
 */
export async function seal(
  source: Readable,
  { recipient }: Pick<BackupKey, 'recipient'>,
  ...parts: Transform[]
): Promise<Readable> {
  const { Encrypter } = await import('age-encryption');
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  const plain = chained(source, ...parts, createGzip({ level: LEVEL }));
  const sealed = await encrypter.encrypt(Readable.toWeb(plain) as globalThis.ReadableStream);
  // Where nobody reads it, the end of its source would be nobody's error, and end the process
  return Readable.fromWeb(sealed as Bytes).on('error', () => undefined);
}

/**
 * The content of a sealed file. Reading it fails when the key is another, a bit has been changed or
 * the end is missing.
 */
export async function unseal(
  source: Readable,
  { identity }: Pick<BackupKey, 'identity'>,
  name: string,
): Promise<Readable> {
  const { Decrypter } = await import('age-encryption');
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  try {
    const web = Readable.toWeb(source) as globalThis.ReadableStream<Uint8Array>;
    const opened = await decrypter.decrypt(web);
    return chained(Readable.fromWeb(opened as Bytes), createGunzip());
  } catch (error) {
    source.destroy();
    const { message } = error as Error;
    throw new BackupError(`${name} cannot be opened: wrong key or damaged (${message})`, {
      cause: error,
    });
  }
}
