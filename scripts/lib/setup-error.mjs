// @ts-check

/**
 * A failure that the person at the keyboard can act on: one sentence naming cause and remedy.
 * It is shown without a stack trace and ends the command with exit code 1.
 */
export class SetupError extends Error {
  /** @param {string} message @param {ErrorOptions} [options] */
  constructor(message, options) {
    super(message, options);
    this.name = 'SetupError';
  }
}

/** Someone asked the command to stop (Ctrl-C, SIGTERM, SIGHUP) while it was still working. */
export class Interrupted extends Error {
  /** @param {NodeJS.Signals} signal */
  constructor(signal) {
    super(`Stopped by ${signal}.`);
    this.name = 'Interrupted';
    this.signal = signal;
  }
}

/**
 * The system error code (`EACCES`, `ECONNREFUSED`, …) of anything thrown.
 *
 * @param {unknown} error
 * @returns {string | undefined}
 */
export function errorCode(error) {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** @param {unknown} error @returns {string} */
export function errorMessage(error) {
  return error instanceof Error ? error.message : String(error);
}
