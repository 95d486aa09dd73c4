import type { AccessGrant } from '../../api/generated/models';
import { readSetting } from '../settings';

/** As the API's description has it; its client is not there yet. */
const REFRESH = '/api/v1/auth/refresh';

let early: Promise<AccessGrant> | null = null;

/**
 * Tries the refresh cookie of who was signed in, before there is an app: pages of the signed-in wait
 * for the answer, and scripts take longer to come than it does.
 */
export function askEarly(): void {
  if (readSetting('signed-in') !== 'yes') return;
  early = ask();
  // told to who takes it
  early.catch(() => undefined);
}

/**
 * The answer, for whoever comes first; null when nothing was asked.
 * @returns rejected when there is no grant, for whatever reason: one asks anew to learn it
 */
export function takeEarlyGrant(): Promise<AccessGrant> | null {
  const taken = early;
  early = null;
  return taken;
}

async function ask(): Promise<AccessGrant> {
  const answer = await fetch(REFRESH, { method: 'POST', headers: { Accept: 'application/json' } });
  if (!answer.ok) throw new Error(`The refresh was answered ${String(answer.status)}.`);
  return (await answer.json()) as AccessGrant;
}
