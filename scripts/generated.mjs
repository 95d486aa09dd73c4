// Regenerates every derived file that is committed: the OpenAPI document from the built backend,
// and the web app's client from that. With --check nothing is written; a difference fails.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const OPENAPI = 'backend/openapi.json';
const CLIENT = 'frontend/src/app/api/generated';

/** @param {string} script @param {string[]} args */
function node(script, ...args) {
  execFileSync(process.execPath, [join(root, script), ...args], { cwd: root, stdio: 'pipe' });
}

/** @param {string} directory where the derived files go, by the same relative paths */
function generate(directory) {
  const openApi = join(directory, OPENAPI);
  node('dist/backend/write-openapi.js', openApi);
  node(
    'node_modules/ng-openapi-gen/lib/index.js',
    ...['--config', 'frontend/ng-openapi-gen.json'],
    ...['--input', openApi, '--output', join(directory, CLIENT)],
  );
}

/** @param {string} path @returns {string[]} files below it, or itself */
function files(path) {
  if (!statSync(path, { throwIfNoEntry: false })) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path).flatMap((name) => files(join(path, name)));
}

/** @param {string} directory @returns {Map<string, string>} */
function contents(directory) {
  const found = [OPENAPI, CLIENT].flatMap((path) => files(join(directory, path)));
  return new Map(found.map((file) => [relative(directory, file), readFileSync(file, 'utf8')]));
}

/** @param {string} fresh @returns {string[]} */
function differences(fresh) {
  const committed = contents(root);
  const generated = contents(fresh);
  const names = new Set([...committed.keys(), ...generated.keys()]);
  return [...names].filter((name) => committed.get(name) !== generated.get(name));
}

const temporary = mkdtempSync(join(tmpdir(), 'tesigo-generated-'));
try {
  cpSync(join(root, OPENAPI), join(temporary, OPENAPI), { recursive: true, force: true });
  generate(temporary);
  if (process.argv.includes('--check')) {
    const stale = differences(temporary);
    if (stale.length > 0) {
      process.stderr.write(`Not current; run npm run generate:\n  ${stale.join('\n  ')}\n`);
      process.exitCode = 1;
    }
  } else {
    rmSync(join(root, CLIENT), { recursive: true, force: true });
    cpSync(temporary, root, { recursive: true });
  }
} finally {
  rmSync(temporary, { recursive: true, force: true });
}
