// @ts-check
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { runLogged } from './command.mjs';
import { withLock } from './file-lock.mjs';
import { locksDir, logsDir, repositoryRoot, toolsDir } from './paths.mjs';

/** @typedef {import('./prepare.mjs').Tools} Tools */
/** @typedef {import('./steps.mjs').Report} Report */

const PACKAGE = join(repositoryRoot, 'node_modules', '@sparticuz', 'chromium');
const UNPACK = 'import("@sparticuz/chromium").then(({ default: it }) => it.executablePath())';

const FONTS = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir prefix="relative">fonts</dir></fontconfig>
`;

const LAUNCH = `#!/bin/sh
home=$(dirname "$0")
export LD_LIBRARY_PATH="$home/al2023/lib" FONTCONFIG_FILE="$home/fonts.conf"
exec "$home/chromium" "$@"
`;

/**
 * The Chromium that comes with its npm package, unpacked once into `.tools`, with the libraries and
 * the fonts it brings, so that it needs none of the system's.
 *
 * @param {Tools & { report: Report, signal?: AbortSignal }} options
 * @returns {Promise<string>} path of the program to start
 */
export async function provideChromium({ report, signal, ...tools }) {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'));
  const home = join(toolsDir, 'chromium', version);
  const program = join(home, 'launch');
  if (await exists(program)) return program;
  const onWait = () => report('waiting for another start in this checkout');
  await withLock(join(locksDir, 'chromium.lock'), { onWait, signal }, async () => {
    if (await exists(program)) return;
    report('unpacking Chromium');
    await unpack(home, tools, signal);
  });
  return program;
}

/** @param {string} home @param {Tools} tools @param {AbortSignal} [signal] */
async function unpack(home, { node, env }, signal) {
  const fresh = `${home}.new`;
  await rm(fresh, { recursive: true, force: true });
  await mkdir(fresh, { recursive: true });
  await runLogged(node, ['--eval', UNPACK], {
    log: join(logsDir, 'chromium.log'),
    failure: 'Chromium could not be unpacked: check the free disk space.',
    cwd: repositoryRoot,
    // The package unpacks into the temporary directory, and its libraries only where it sees Lambda
    env: { ...env, TMPDIR: fresh, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs24.x' },
    signal,
  });
  await writeFile(join(fresh, 'fonts.conf'), FONTS);
  await writeFile(join(fresh, 'launch'), LAUNCH, { mode: 0o755 });
  await rename(fresh, home);
}

/** @param {string} path @returns {Promise<boolean>} */
const exists = (path) =>
  access(path).then(
    () => true,
    () => false,
  );
