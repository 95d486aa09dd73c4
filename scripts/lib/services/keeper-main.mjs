// @ts-check
/**
 * The keeper's process: `node keeper-main.mjs SERVICES_DIRECTORY SOCKET`. Started detached by the
 * first launcher that needs private services, ended by itself when nobody needs them any more.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { tryLock } from '../file-lock.mjs';
import { errorMessage } from '../setup-error.mjs';
import { KEEPER_TAKEN } from './keeper-exit.mjs';
import { Keeper } from './keeper.mjs';

const [directory = '', socketPath = ''] = process.argv.slice(2);

/** @param {unknown} error */
function report(error) {
  console.error(`${new Date().toISOString()} ${errorMessage(error)}`);
}

process.umask(0o077);
const lockFile = join(directory, 'keeper.lock');
if (!(await tryLock(lockFile))) process.exit(KEEPER_TAKEN);
writeFileSync(lockFile, String(process.pid)); // for whoever looks for the process

const keeper = new Keeper(directory);
/** @param {unknown} error */
const failed = (error) => {
  report(error);
  process.exitCode = 1;
  void keeper.end().finally(() => process.exit());
};
process.on('uncaughtException', failed);
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => void keeper.end());
await keeper.listen(socketPath).catch(failed);
