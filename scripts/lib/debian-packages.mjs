// @ts-check
import { execFile } from 'node:child_process';
import { access, mkdir, readdir, readlink, rename, rm, symlink } from 'node:fs/promises';
import { dirname, isAbsolute, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { runLogged } from './command.mjs';
import { logsDir } from './paths.mjs';
import { SetupError, errorMessage } from './setup-error.mjs';

/** The C library must be the one that the system's loader belongs to. */
const NEVER_UNPACKED = /^(libc6|libc-bin|libgcc-s1|gcc-\d+-base|init-system-helpers|lsb-base)(:|$)/;

/**
 * @typedef {object} Wanted
 * @property {string} name of the logs
 * @property {string[]} packages
 * @property {boolean} [dependencies] also what they need and the system lacks
 * @property {string} root the directory that is to hold them
 * @property {string} failure what to tell who started this
 * @property {AbortSignal} [signal]
 */

/** Whether packages can be fetched here at all. @returns {Promise<boolean>} */
export async function hasApt() {
  return (await exists('/usr/bin/apt-get')) && (await exists('/usr/bin/dpkg-deb'));
}

/**
 * Downloads packages and unpacks all of them into one directory. apt works on lists and a cache of its
 * own, so it needs neither root nor the system's lists, which may be old or absent.
 *
 * @param {Wanted} wanted
 */
export async function fetchDebianPackages(wanted) {
  const { name, root, failure, signal } = wanted;
  const work = `${root}.new`;
  const apt = aptOptions(work);
  const common = { failure, cwd: work, signal };
  await rm(work, { recursive: true, force: true });
  for (const directory of ['lists/partial', 'cache/archives/partial', 'debs', 'root']) {
    await mkdir(join(work, directory), { recursive: true });
  }
  const aptLog = join(logsDir, `${name}-apt.log`);
  await runLogged('apt-get', [...apt, 'update'], { ...common, log: aptLog });
  const packages = wanted.dependencies
    ? missingPackages(await simulateInstall(apt, wanted), wanted.packages)
    : wanted.packages;
  const debs = join(work, 'debs');
  await runLogged('apt-get', [...apt, 'download', ...packages], {
    ...common,
    cwd: debs,
    log: aptLog,
  });
  for (const deb of await readdir(debs)) {
    const log = join(logsDir, `${name}-unpack.log`);
    await runLogged('dpkg-deb', ['-x', join(debs, deb), join(work, 'root')], { ...common, log });
  }
  await turnLinksInwards(join(work, 'root'));
  await rm(root, { recursive: true, force: true });
  await rename(join(work, 'root'), root);
  await rm(work, { recursive: true, force: true });
}

/**
 * Packages link to where their files would lie in a system; here they lie below `root`.
 *
 * @param {string} root
 */
async function turnLinksInwards(root) {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  for (const entry of entries.filter((one) => one.isSymbolicLink())) {
    const link = join(entry.parentPath, entry.name);
    const target = await readlink(link);
    if (!isAbsolute(target) || !(await exists(join(root, target)))) continue;
    await rm(link);
    await symlink(relative(dirname(link), join(root, target)), link);
  }
}

/** @param {string} path @returns {Promise<boolean>} */
const exists = (path) =>
  access(path).then(
    () => true,
    () => false,
  );

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

/** @param {string[]} apt @param {Wanted} wanted @returns {Promise<string>} */
async function simulateInstall(apt, { packages, failure, signal }) {
  const args = [...apt, '--simulate', '--no-install-recommends', 'install', ...packages];
  const env = { ...process.env, LC_ALL: 'C' };
  try {
    return (await promisify(execFile)('apt-get', args, { env, signal })).stdout;
  } catch (error) {
    signal?.throwIfAborted();
    throw new SetupError(`${failure} (${errorMessage(error).trim()})`, { cause: error });
  }
}

/**
 * The packages that an installation would bring, from a simulated one: the closure of the
 * dependencies less what the system has.
 *
 * @param {string} simulation what `apt-get --simulate install` prints
 * @param {string[]} packages what was to be installed
 * @returns {string[]}
 */
export function missingPackages(simulation, packages) {
  const names = [...simulation.matchAll(/^Inst (\S+) /gm)].map((match) => match[1] ?? '');
  const wanted = names.filter((name) => !NEVER_UNPACKED.test(name));
  // An installed package that is too old or broken is not listed when nothing newer exists.
  return wanted.length > 0 ? wanted : packages;
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
