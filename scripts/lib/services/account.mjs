// @ts-check
import { spawnSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { SetupError } from '../setup-error.mjs';

/** @typedef {{ uid: number, gid: number }} Account */
/** @typedef {import('./service-process.mjs').Command} Command */

/**
 * PostgreSQL refuses to run as root. Root therefore starts it under another account: the one that
 * owns the cluster already, or `postgres`, or `nobody`. Everyone else starts it as themselves.
 *
 * @param {string} cluster directory of the cluster, which may not exist yet
 * @returns {Account | undefined} nothing when the present account will do
 */
export function serverAccount(cluster) {
  if (process.getuid?.() !== 0) return undefined;
  const owner = statSync(cluster, { throwIfNoEntry: false });
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  const accounts = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'));
  for (const name of ['postgres', 'nobody']) {
    const entry = accounts.find((fields) => fields[0] === name);
    if (entry) return { uid: Number(entry[2]), gid: Number(entry[3]) };
  }
  throw new SetupError(
    'PostgreSQL does not run as root and there is no account postgres or nobody to run it as: ' +
      'start as an ordinary user, or set DATABASE_URL.',
  );
}

/**
 * A command as it has to be spawned to run under an account.
 *
 * @param {Account | undefined} account
 * @param {string} command
 * @param {readonly string[]} args
 * @param {readonly string[]} paths what the command has to reach
 * @returns {Command}
 */
export function commandAs(account, command, args, paths) {
  const options = { cwd: '/', env: { PATH: process.env.PATH, LC_ALL: 'C', TZ: 'UTC' } };
  if (account === undefined) return { command, args, options };
  if (paths.every((path) => canReach(account, path))) {
    return { command, args, options: { ...options, ...account } };
  }
  return { command: 'setpriv', args: [...throughClosedDoors(account), command, ...args], options };
}

/** @param {Account} account @param {string} path @returns {boolean} */
function canReach(account, path) {
  return spawnSync('test', ['-r', path], { cwd: '/', ...account }).status === 0;
}

/**
 * A checkout often lies below directories that only root may pass (`/root`, a private temporary
 * directory). The server then keeps root's right to pass them, and nothing else of root's. The
 * secure bit makes access(2), which PostgreSQL asks about its own binary, honour that right.
 *
 * @param {Account} account
 * @returns {string[]}
 */
function throughClosedDoors({ uid, gid }) {
  const capability = '+dac_override';
  return [
    `--reuid=${uid}`,
    `--regid=${gid}`,
    '--clear-groups',
    `--inh-caps=${capability}`,
    `--ambient-caps=${capability}`,
    '--securebits=+no_setuid_fixup',
    '--',
  ];
}
