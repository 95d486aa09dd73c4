// @ts-check
import { createHash } from 'node:crypto';
import { lstatSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SetupError } from '../setup-error.mjs';

/** The kernel takes 108 bytes for a socket's path (104 on macOS), its final zero included. */
const LONGEST_PATH_BYTES = 100;

/**
 * Where the keeper of a directory listens: inside the directory, or, when that path is too long for
 * a socket, in a directory of this account's own below /tmp. Not below TMPDIR, which may differ
 * between two launchers that have to meet.
 *
 * @param {string} services real path of the directory of the private services
 * @returns {string}
 */
export function keeperSocket(services) {
  const inside = join(services, 'keeper.sock');
  if (Buffer.byteLength(inside) <= LONGEST_PATH_BYTES) return inside;
  const directory = `/tmp/tesigo-${process.getuid?.() ?? 'user'}`;
  requireOwn(directory);
  const name = createHash('sha256').update(services).digest('hex').slice(0, 32);
  return join(directory, `${name}.sock`);
}

/**
 * Anyone may make a directory of that name in /tmp; only our own, closed to others, is trusted.
 *
 * @param {string} directory
 */
function requireOwn(directory) {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const status = lstatSync(directory);
  const isOwn = status.isDirectory() && status.uid === process.getuid?.();
  if (isOwn && (status.mode & 0o077) === 0) return;
  throw new SetupError(
    `${directory} belongs to someone else or is open to others: ` +
      'remove it, or set TESIGO_DATA_DIR to a shorter path.',
  );
}
