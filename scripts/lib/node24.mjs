// @ts-check
import { execFile } from 'node:child_process';
import { rm, symlink } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { runLogged } from './command.mjs';
import { withLock } from './file-lock.mjs';
import { locksDir, logsDir, toolsDir } from './paths.mjs';
import { SetupError } from './setup-error.mjs';

/** @typedef {import('./steps.mjs').Report} Report */

/**
 * The newest Node.js 24 that npm carries as a plain binary for each platform. There is none for
 * Macs with Apple silicon.
 *
 * @type {Record<string, string | undefined>}
 */
const PACKAGED_VERSIONS = {
  'linux-x64': '24.21.0',
  'linux-arm64': '24.22.0',
  'darwin-x64': '24.18.1',
};

const directory = join(toolsDir, 'node24');
const binDirectory = join(directory, 'bin');

/**
 * Whether the application's tools run on this Node.js (Angular 22: `^24.15.0 || >=26.0.0`).
 *
 * @param {string} version
 * @returns {boolean}
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 26 || (major === 24 && minor >= 15);
}

/**
 * Finds a Node.js that the application runs on: the present one, or one from npm below `.tools`.
 *
 * @param {{ report: Report, signal?: AbortSignal }} options
 * @returns {Promise<string>} the directory that holds `node`
 */
export async function provideNode({ report, signal }) {
  if (isSupportedNode(process.versions.node)) return dirname(process.execPath);
  const name = `${process.platform}-${process.arch}`;
  const version = PACKAGED_VERSIONS[name];
  if (version === undefined) {
    throw new SetupError(
      `Node.js ${process.versions.node} is too old and npm has no newer one for ${name}: ` +
        'install Node.js 24.15 or newer and start again.',
    );
  }
  if ((await installedVersion()) === version) return binDirectory;
  const onWait = () => report('waiting for another start in this checkout');
  await withLock(join(locksDir, 'node24.lock'), { onWait, signal }, async () => {
    if ((await installedVersion()) === version) return;
    report(`downloading Node.js ${version}`);
    await install(`node-${name}`, version, signal);
  });
  return binDirectory;
}

/** @returns {Promise<string | undefined>} */
async function installedVersion() {
  try {
    const { stdout } = await promisify(execFile)(join(binDirectory, 'node'), ['--version']);
    return stdout.trim().replace(/^v/, '');
  } catch {
    return undefined;
  }
}

/** @param {string} name @param {string} version @param {AbortSignal} [signal] */
async function install(name, version, signal) {
  await rm(directory, { recursive: true, force: true });
  const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-audit', '--no-fund'];
  await runLogged('npm', ['install', '--prefix', directory, ...flags, `${name}@${version}`], {
    log: join(logsDir, 'node24.log'),
    failure: `Node.js ${version} could not be fetched from npm: check the network, or install it.`,
    cwd: toolsDir,
    signal,
  });
  await symlink(join('node_modules', name, 'bin'), binDirectory);
  if ((await installedVersion()) === version) return;
  throw new SetupError(
    `The Node.js ${version} from npm does not run on this system: ` +
      'install Node.js 24.15 or newer yourself and start again.',
  );
}

/**
 * The environment in which the application's own tools run: its Node.js and its commands first.
 *
 * @param {NodeJS.ProcessEnv} env
 * @param {string} nodeBin
 * @returns {NodeJS.ProcessEnv}
 */
export function withNodeOnPath(env, nodeBin) {
  return { ...env, PATH: [nodeBin, env.PATH].filter(Boolean).join(delimiter) };
}
