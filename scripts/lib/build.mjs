// @ts-check
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runLogged } from './command.mjs';
import { contentHash } from './content-hash.mjs';
import { withLock } from './file-lock.mjs';
import { distDir, locksDir, logsDir, repositoryRoot } from './paths.mjs';

/** @typedef {import('./steps.mjs').Report} Report */
/** @typedef {'backend' | 'frontend'} Part */

/**
 * @typedef {object} Target
 * @property {string} title
 * @property {string} entry file that a finished build has, relative to its folder
 * @property {import('./content-hash.mjs').Inputs} inputs
 * @property {(output: string) => Promise<[command: string, ...args: string[]]>} command takes the
 *   output folder, relative to the repository
 * @property {string} [finish] program of Node's for what is built, which takes the same folder
 */

const shared = ['package-lock.json', 'tsconfig.json'];
const notBuilt =
  /\.(spec|e2e|harness)\.ts$|\/testing\/|\/tsconfig\.spec\.json$|\/jest\.config\.ts$/;

/** @type {Record<Part, Target>} */
const targets = {
  backend: {
    title: 'the API',
    entry: 'main.js',
    inputs: { paths: [...shared, 'nest-cli.json', 'backend'], except: notBuilt },
    command: async (output) => ['nest', 'build', '--path', await backendProject(output)],
  },
  frontend: {
    title: 'the web app',
    entry: 'browser/index.html',
    inputs: {
      paths: [...shared, 'angular.json', 'frontend', 'scripts/web-app'],
      except: notBuilt,
    },
    command: async (output) => {
      const args = ['--progress=false', '--stats-json', `--output-path=${output}`];
      return ['ng', 'build', ...args];
    },
    finish: join('scripts', 'web-app', 'finish.mjs'),
  },
};

/**
 * The Nest CLI takes no output folder, only a project file.
 *
 * @param {string} output
 * @returns {Promise<string>} project file, relative to the repository
 */
async function backendProject(output) {
  const folder = join('.tools', 'build');
  const project = {
    extends: '../../backend/tsconfig.build.json',
    compilerOptions: { outDir: `../../${output}` },
  };
  await mkdir(join(repositoryRoot, folder), { recursive: true });
  await writeFile(join(repositoryRoot, folder, 'tsconfig.json'), JSON.stringify(project));
  return join(folder, 'tsconfig.json');
}

/**
 * Builds the parts whose sources have changed since they were last built.
 *
 * @param {readonly Part[]} parts
 * @param {{ env: NodeJS.ProcessEnv, report: Report, signal?: AbortSignal }} options
 */
export async function buildStale(parts, options) {
  if ((await staleParts(parts)).length === 0) return;
  const onWait = () => options.report('waiting for another build in this checkout');
  const lock = join(locksDir, 'build.lock');
  await withLock(lock, { onWait, signal: options.signal }, async () => {
    const stale = await staleParts(parts);
    options.report(stale.map((part) => targets[part].title).join(' and ') || 'already built');
    const builds = await Promise.allSettled(stale.map((part) => build(part, options)));
    for (const one of builds) if (one.status === 'rejected') throw one.reason;
  });
}

/** @param {readonly Part[]} parts @returns {Promise<Part[]>} */
async function staleParts(parts) {
  const states = await Promise.all(parts.map(isStale));
  return parts.filter((_, index) => states[index]);
}

/** @param {Part} part */
const stampOf = (part) => join(distDir, `.${part}.sha256`);

/** @param {Part} part @returns {Promise<boolean>} */
async function isStale(part) {
  try {
    await access(join(distDir, part, targets[part].entry));
    const stamp = await readFile(stampOf(part), 'utf8');
    return stamp !== (await contentHash(repositoryRoot, targets[part].inputs));
  } catch {
    return true;
  }
}

/**
 * Builds aside and renames into place, so that a server that runs from the old build keeps finding
 * its files, and a build that fails leaves the old one in place.
 *
 * @param {Part} part
 * @param {{ env: NodeJS.ProcessEnv, signal?: AbortSignal }} options
 */
async function build(part, { env, signal }) {
  const { title, inputs, command, finish } = targets[part];
  const hash = await contentHash(repositoryRoot, inputs); // a change during the build counts as new
  const fresh = join(distDir, `.${part}.new`);
  const old = join(distDir, `.${part}.old`);
  await Promise.all([fresh, old].map((path) => rm(path, { recursive: true, force: true })));
  const output = join('dist', `.${part}.new`);
  const [program, ...args] = await command(output);
  const options = {
    log: join(logsDir, `build-${part}.log`),
    failure: `Building ${title} failed.`,
    cwd: repositoryRoot,
    env: { ...env, NG_CLI_ANALYTICS: 'false', NO_COLOR: '1' },
    signal,
  };
  await runLogged(join(repositoryRoot, 'node_modules', '.bin', program), args, options);
  if (finish !== undefined) await runLogged(process.execPath, [finish, output], options);
  await rename(join(distDir, part), old).catch(() => undefined);
  await rename(fresh, join(distDir, part));
  await writeFile(stampOf(part), hash);
  await rm(old, { recursive: true, force: true });
}
