import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The render worker as it was built; worker threads do not go through Jest's transform. */
export function compiledRenderWorker(): string {
  const file = join(__dirname, '../../../dist/backend/exports/render.worker.js');
  if (!existsSync(file)) throw new Error('The backend is not built; run the tests by npm test');
  return file;
}
