import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The signing secret of an installation that configures none: made once, kept in the data
 * directory. Written aside and linked into place, so that two processes starting at once agree.
 */
export function storedJwtSecret(dataDir: string): string {
  const file = join(dataDir, 'jwt-secret');
  mkdirSync(dataDir, { recursive: true });
  const candidate = `${file}.${String(process.pid)}`;
  try {
    return readFileSync(file, 'utf8');
  } catch {
    writeFileSync(candidate, randomBytes(48).toString('base64url'), { mode: 0o600 });
  }
  try {
    linkSync(candidate, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(candidate);
  }
  return readFileSync(file, 'utf8');
}
