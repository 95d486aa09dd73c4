// @ts-check
import { execFile } from 'node:child_process';
import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { runLogged } from '../command.mjs';
import { logsDir } from '../paths.mjs';
import { SetupError, errorMessage } from '../setup-error.mjs';

const PACKAGE = 'redis-server';

/** The C library must be the one that the system's loader belongs to. */
const NEVER_UNPACKED = /^(libc6|libc-bin|libgcc-s1|gcc-\d+-base|init-system-helpers|lsb-base)(:|$)/;

const FAILURE =
  'Redis could not be fetched from the Debian packages: check the network, ' +
  'install redis-server yourself, or set REDIS_URL to a Redis that runs.';

/**
 * Downloads the package and whatever it needs that the system lacks, and unpacks all of it into
 * one directory. apt works on lists and a cache of its own, so it needs neither root nor the
 * system's lists, which may be old or absent.
 *
 * @param {{ root: string, signal?: AbortSignal }} options
 */
export async function fetchRedisPackage({ root, signal }) {
  const work = `${root}.new`;
  const apt = aptOptions(work);
  const common = { failure: FAILURE, cwd: work, signal };
  await rm(work, { recursive: true, force: true });
  for (const directory of ['lists/partial', 'cache/archives/partial', 'debs', 'root']) {
    await mkdir(join(work, directory), { recursive: true });
  }
  const aptLog = join(logsDir, 'redis-apt.log');
  await runLogged('apt-get', [...apt, 'update'], { ...common, log: aptLog });
  const packages = missingPackages(await simulateInstall(apt, signal));
  const debs = join(work, 'debs');
  await runLogged('apt-get', [...apt, 'download', ...packages], {
    ...common,
    cwd: debs,
    log: aptLog,
  });
  for (const deb of await readdir(debs)) {
    const log = join(logsDir, 'redis-unpack.log');
    await runLogged('dpkg-deb', ['-x', join(debs, deb), join(work, 'root')], { ...common, log });
  }
  await rm(root, { recursive: true, force: true });
  await rename(join(work, 'root'), root);
  await rm(work, { recursive: true, force: true });
}

/** @param {string} work @returns {string[]} */
function aptOptions(work) {
  const settings = [
    'Debug::NoLocking=1',
    `Dir::State::Lists=${join(work, 'lists')}`,
    `Dir::Cache=${join(work, 'cache')}`,
    'APT::Sandbox::User=', // the account _apt cannot write here
    'Acquire::Retries=3',
    'Acquire::Languages=none',
  ];
  return settings.flatMap((setting) => ['-o', setting]);
}

/** @param {string[]} apt @param {AbortSignal} [signal] @returns {Promise<string>} */
async function simulateInstall(apt, signal) {
  const args = [...apt, '--simulate', '--no-install-recommends', 'install', PACKAGE];
  const env = { ...process.env, LC_ALL: 'C' };
  try {
    return (await promisify(execFile)('apt-get', args, { env, signal })).stdout;
  } catch (error) {
    signal?.throwIfAborted();
    throw new SetupError(`${FAILURE} (${errorMessage(error).trim()})`, { cause: error });
  }
}

/**
 * The packages that an installation would bring, from a simulated one: the closure of the
 * dependencies less what the system has.
 *
 * @param {string} simulation what `apt-get --simulate install` prints
 * @returns {string[]}
 */
export function missingPackages(simulation) {
  const names = [...simulation.matchAll(/^Inst (\S+) /gm)].map((match) => match[1] ?? '');
  const wanted = names.filter((name) => !NEVER_UNPACKED.test(name));
  // An installed redis-server that is too old or broken is not listed when nothing newer exists.
  return wanted.length > 0 ? wanted : [PACKAGE, 'redis-tools'];
}

/**
 * Where the unpacked packages keep their shared libraries.
 *
 * @param {string} root
 * @returns {Promise<string[]>}
 */
export async function libraryDirectories(root) {
  const found = [];
  for (const base of [join(root, 'usr', 'lib'), join(root, 'lib')]) {
    const entries = await readdir(base).catch(() => []);
    const triplets = entries.filter((name) => /-linux-/.test(name));
    found.push(...triplets.map((name) => join(base, name)));
  }
  return found;
}
