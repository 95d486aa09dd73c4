// @ts-check
import { join, relative } from 'node:path';
import { Application } from './application.mjs';
import { interruption } from './main.mjs';
import { stopLeftoverServices } from './services/lease.mjs';
import { elapsed } from './steps.mjs';

/** @typedef {import('./prepare.mjs').Lease} Lease */
/** @typedef {import('./prepare.mjs').Tools} Tools */
/** @typedef {import('./settings.mjs').Settings} Settings */

/**
 * Runs the application until it is told to stop or cannot go on.
 *
 * @param {Settings} settings
 * @param {{ runtime: Tools, lease?: Lease, signal: AbortSignal, started: number }} options
 * @returns {Promise<number>} the exit code
 */
export async function serve(settings, { runtime, lease, signal, started }) {
  const application = new Application(settings.role, runtime);
  const stopped = interruption(signal).then(() => ({ code: 0, reason: 'Stopping.' }));
  const lost = lease?.lost.then((reason) => ({ code: 1, reason }));
  const ending = Promise.race([application.ended, stopped, ...(lost ? [lost] : [])]);
  const isReady = await Promise.race([
    application.ready.then(() => true),
    ending.then(() => false),
  ]);
  if (isReady) announce(settings, started);
  const { code, reason } = await ending;
  console.log(`\n${reason}`);
  await application.stop();
  if (lost && code !== 0) await stopLeftoverServices(settings.dataDir);
  return code;
}

/** @param {Settings} settings @param {number} started */
function announce({ role, address, mailIsSent, dataDir }, started) {
  const what =
    role === 'worker' ? 'The TesiGo job worker is ready' : `TesiGo is ready at ${address}`;
  console.log(`\n${what} (${elapsed(started)})`);
  if (!mailIsSent) {
    const mail = relative(process.cwd(), join(dataDir, 'mail'));
    console.log(`No SMTP_URL is set: mail is not sent, but written to ${mail}`);
  }
  console.log('Press Ctrl-C to stop.\n');
}
