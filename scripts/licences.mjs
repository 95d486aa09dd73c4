// @ts-check
/** `npm run check:licences`: every package of the lock file has a licence that we can live with. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { questionable } from './lib/licences.mjs';
import { repositoryRoot } from './lib/paths.mjs';

/** @type {{ packages: Record<string, import('./lib/licences.mjs').Package> }} */
const lock = JSON.parse(readFileSync(join(repositoryRoot, 'package-lock.json'), 'utf8'));
const found = questionable(lock.packages);
if (found.length > 0) {
  process.stderr.write(`To be decided, in scripts/lib/licences.mjs:\n  ${found.join('\n  ')}\n`);
  process.exitCode = 1;
}
