import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** A worker of the exports as it was built; worker threads do not go through Jest's transform. */
function compiled(worker: string): string {
  const file = join(__dirname, '../../../dist/backend/exports', worker);
  if (!existsSync(file)) throw new Error('The backend is not built; run the tests by npm test');
  return file;
}

export const compiledRenderWorker = () => compiled('render.worker.js');
