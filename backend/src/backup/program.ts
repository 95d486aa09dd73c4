import { ConfigurationError, loadConfiguration, type Configuration } from '../config';
import { redact } from '../logging';
import { BackupError } from './snapshot/backup-error';

/** For the person who started it. An unexpected error comes with its places, for whoever mends it. */
function explain(error: unknown): string {
  if (error instanceof ConfigurationError || error instanceof BackupError) return error.message;
  const { code, message, stack = message } = error as NodeJS.ErrnoException;
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT') {
    return `A service could not be reached (${code}). Check DATABASE_URL and the targets of backups.`;
  }
  if (code === '42P01') return 'The database has not been migrated for this version yet.';
  return redact(stack);
}

/** Runs one of the short programs for operators: what it says goes to stdout, its exit code tells. */
export function program(run: (config: Configuration) => Promise<string>): void {
  Promise.resolve()
    .then(() => run(loadConfiguration()))
    .then((text) => process.stdout.write(`${text}\n`))
    .catch((error: unknown) => {
      process.stderr.write(`${explain(error)}\n`);
      process.exitCode = 1;
    });
}

export const seconds = (since: number): string =>
  `${((performance.now() - since) / 1000).toFixed(1)} s`;
