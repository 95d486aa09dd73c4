import { program, seconds } from './program';
import { runBackup } from './run-backup';

/** `npm run backup`: database, files and keys, into every target. */
program(async (config) => {
  const started = performance.now();
  const taken = await runBackup(config);
  if (taken === undefined) return 'Another backup is under way.';
  const { manifest, rows, filesCopied } = taken;
  const files = `${String(manifest.files.length)} files (${String(filesCopied)} new)`;
  const missing = manifest.missing.length;
  return [
    `${manifest.id}: ${String(rows)} rows and ${files}, as of ${manifest.asOf}, in ${seconds(started)}.`,
    ...(missing > 0 ? [`${String(missing)} files are missing or damaged in the storage.`] : []),
  ].join('\n');
});
