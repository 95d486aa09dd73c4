import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from '../../config';

/** Loaded when it is used: a process that makes no backups need not hold it. */
const age = () => import('age-encryption');

export interface BackupKey {
  /** `AGE-SECRET-KEY-1…`: opens backups. */
  identity: string;
  /** `age1…`: what they are sealed for. */
  recipient: string;
}

export async function newIdentity(): Promise<string> {
  return (await age()).generateX25519Identity();
}

/** The configured key, or the one of this installation, made once and kept in its data directory. */
export async function backupKey({ backup, dataDir }: Configuration): Promise<BackupKey> {
  const identity = backup.key ?? (await storedIdentity(dataDir));
  return { identity, recipient: await (await age()).identityToRecipient(identity) };
}

/** Written aside and linked into place, so that two processes starting at once agree. */
async function storedIdentity(dataDir: string): Promise<string> {
  const file = join(dataDir, 'backup-key');
  const candidate = `${file}.${String(process.pid)}`;
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(candidate, `${await newIdentity()}\n`, { mode: 0o600 });
  }
  try {
    linkSync(candidate, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(candidate);
  }
  return readFileSync(file, 'utf8').trim();
}
