import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const ROOT = resolve(__dirname, '../../..');
const TOOLS = join(ROOT, '.tools');
const PARTS = ['backend', 'nest-cli.json', 'package.json', 'tsconfig.json'];
const MIGRATIONS = 'backend/src/database/migrations/*-*.ts';

/** How many changes of the schema lie between the version and this one. */
const CHANGES = 4;

const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** A version of the product before this one; or why there is none. */
export type Earlier = { commit: string } | { missing: string };

/**
 * The commit before the last changes of the schema, or `UPGRADE_FROM`. A checkout without its history,
 * such as a shallow clone or an archive, has none.
 */
export function earlierVersion(): Earlier {
  try {
    const wanted = process.env['UPGRADE_FROM'] ?? beforeChanges();
    if (wanted === undefined) return { missing: 'the history has no earlier schema' };
    return { commit: git('rev-parse', '--verify', '--quiet', `${wanted}^{commit}`).trim() };
  } catch {
    return { missing: 'the history of this checkout is not here, or not all of it' };
  }
}

function beforeChanges(): string | undefined {
  const added = git('log', '--diff-filter=A', '--format=%H', '--', MIGRATIONS).split('\n');
  const change = added.filter((line) => line !== '')[CHANGES - 1];
  return change === undefined ? undefined : `${change}~1`;
}

/**
 * Builds the backend of a commit with the tools and packages of this checkout, once. It lies beside this
 * version's, where its reader of files may read the packages.
 * @returns the folder that holds its `main.js` and `worker.js`
 */
export async function builtBackend(commit: string): Promise<string> {
  const backend = join(ROOT, 'dist', `backend-${commit}`);
  if (existsSync(backend)) return backend;
  mkdirSync(TOOLS, { recursive: true });
  const work = mkdtempSync(join(TOOLS, 'old-version-'));
  try {
    const archive = join(work, 'sources.tar');
    git('archive', `--output=${archive}`, commit, ...PARTS);
    execFileSync('tar', ['-xf', archive, '-C', work]);
    // Its types were right when it was committed, with the packages of then
    const compilerOptions = { noCheck: true, outDir: './out' };
    const project = { extends: './backend/tsconfig.build.json', compilerOptions };
    writeFileSync(join(work, 'old.json'), JSON.stringify(project));
    const nest = join(ROOT, 'node_modules', '.bin', 'nest');
    await promisify(execFile)(nest, ['build', '--path', 'old.json'], { cwd: work });
    renameSync(join(work, 'out'), backend);
  } catch (error) {
    if (!existsSync(backend)) throw error;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return backend;
}
