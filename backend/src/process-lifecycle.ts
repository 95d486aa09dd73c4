import { ConfigurationError } from './config';
import { loggedError, redact } from './logging';

/** The problem in one sentence for the person who starts the process; details are in the log. */
function explain(error: unknown): string {
  if (error instanceof ConfigurationError) return error.message;
  const { code, message, port } = error as NodeJS.ErrnoException & { port?: number };
  if (code === 'EADDRINUSE') {
    return `Port ${String(port)} is in use. Stop what uses it, or choose another by PORT=….`;
  }
  if (code === 'EACCES' || code === 'EROFS') {
    return `${message}. Choose a directory that can be written by TESIGO_DATA_DIR=….`;
  }
  if (code === 'ECONNREFUSED' || code === 'ENOTFOUND' || code === 'ETIMEDOUT') {
    return `A service could not be reached (${code}). Check DATABASE_URL and REDIS_URL.`;
  }
  return redact(`Could not start: ${message}`);
}

export interface Stoppable {
  close(): Promise<void>;
}

/**
 * Runs `start`, tells a supervising parent when it is ready, and stops when the parent is gone:
 * a process nobody watches over must not go on holding connections and leases.
 */
export function run(start: () => Promise<Stoppable>): void {
  // Node would print all that hangs on the error, such as the parameters of a statement
  process.once('uncaughtException', (error) => {
    process.stderr.write(`${JSON.stringify({ level: 60, err: loggedError(error) })}\n`);
    process.exit(1);
  });
  const starting = start();
  // From the first moment: a parent can be gone before the start is done
  process.once('disconnect', () => {
    void starting.then((app) => app.close()).finally(() => process.exit(0));
  });
  starting
    .then(() => process.send?.({ type: 'ready' }))
    .catch((error: unknown) => {
      process.stderr.write(`${explain(error)}\n`);
      process.exit(1);
    });
}
