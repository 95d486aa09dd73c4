import { program, seconds } from './program';
import { runDrill } from './restore/run-drill';

/** `npm run restore:drill`: restores the newest backup into a database that is dropped again. */
program(async (config) => {
  const started = performance.now();
  const manifest = await runDrill(config);
  if (manifest === undefined) return 'Another drill is under way.';
  const { id, asOf, tables, files } = manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return `${id}, as of ${asOf}, can be restored: ${String(rows)} rows and ${String(files.length)} files, each as it was, in ${seconds(started)}.`;
});
