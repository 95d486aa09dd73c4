// @ts-check
/** `npm run bench:restore [-- --documents 10000]`: a backup of many documents, and the way back. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Application } from './lib/application.mjs';
import { runBackendTool } from './lib/backend-tool.mjs';
import { buildStale } from './lib/build.mjs';
import { runMain } from './lib/main.mjs';
import { freePort } from './lib/network.mjs';
import { TOOL_STEPS, applicationEnv, prepareTools, provideServices } from './lib/prepare.mjs';
import { readSettings } from './lib/settings.mjs';
import { Steps } from './lib/steps.mjs';
import {
  openTestDataDir,
  removeTestDataDir,
  withoutProductVariables,
} from './lib/test-environment.mjs';

const { values: options } = parseArgs({
  options: { documents: { type: 'string', default: '10000' } },
});
const documents = Number(options.documents);

/** @param {() => Promise<unknown>} work @returns {Promise<number>} seconds */
async function timed(work) {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}

/** @param {string} connectionString */
async function connected(connectionString) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString });
  // where something failed, the server goes before its connections do
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/**
 * @param {{ node: string, env: NodeJS.ProcessEnv }} runtime
 * @param {string} origin
 */
async function startUntilReady(runtime, origin) {
  const application = new Application('api', runtime);
  try {
    return await timed(async () => {
      await application.ready;
      const { status } = await fetch(`${origin}/health/ready`);
      if (status !== 200) throw new Error(`/health/ready answers ${status}`);
    });
  } finally {
    await application.stop();
  }
}

/**
 * @param {{ node: string, env: NodeJS.ProcessEnv, dataDir: string, signal: AbortSignal }} context
 * @param {Steps} steps
 */
async function measure({ node, env, dataDir, signal }, steps) {
  const { fill } = await import('./lib/bench/restore/fill.mjs');
  const { differences, wrongFiles } = await import('./lib/bench/restore/compare.mjs');
  /** @param {string} program @param {NodeJS.ProcessEnv} [other] */
  const run = (program, other = env) =>
    timed(() => runBackendTool(`${program}.js`, { node, env: other, signal }));
  await run('database/migrate');
  const original = await connected(env.DATABASE_URL ?? '');
  const storage = join(dataDir, 'storage');
  await steps.run('Documents', (report) => fill(original, { documents, storage, report }));
  const first = await steps.run('First backup', () => run('backup/backup'));
  const next = await steps.run('Next backup', () => run('backup/backup'));
  const drill = await steps.run('Drill', () => run('backup/restore-drill'));
  await original.query('create database restored');
  const port = await freePort();
  const url = new URL(env.DATABASE_URL ?? '');
  url.pathname = '/restored';
  const elsewhere = join(dataDir, 'elsewhere');
  await cp(join(dataDir, 'backup-key'), join(elsewhere, 'backup-key'));
  const restoredEnv = {
    ...env,
    DATABASE_URL: url.href,
    TESIGO_DATA_DIR: elsewhere,
    BACKUP_DIR: join(dataDir, 'backups'),
    PORT: String(port),
    LOG_LEVEL: 'warn',
  };
  const restore = await steps.run('Restore', () => run('backup/restore', restoredEnv));
  const start = await steps.run('Start', () =>
    startUntilReady({ node, env: restoredEnv }, `http://127.0.0.1:${port}`),
  );
  const restored = await connected(url.href);
  const { rows } = await original.query(
    'select pg_size_pretty(pg_database_size(current_database())) as size',
  );
  const different = await steps.run('Comparing', () => differences(original, restored));
  const wrong = await wrongFiles(restored, join(elsewhere, 'storage'));
  await Promise.all([original.end(), restored.end()]);
  const database = rows[0].size;
  return { documents, database, first, next, drill, restore, start, different, wrong };
}

await runMain(async (signal) => {
  const steps = new Steps(TOOL_STEPS + 9);
  const dataDir = await openTestDataDir();
  const settings = { ...readSettings({}), dataDir };
  const tools = await prepareTools({ steps, signal });
  const lease = await steps.run('Services', (report) =>
    provideServices(settings, { report, signal }),
  );
  try {
    const urls = lease?.urls;
    const variables = withoutProductVariables(tools.env);
    // One role for everything: databases are made and restored all along
    const env = {
      ...applicationEnv(settings, { env: variables, urls }),
      DATABASE_URL: urls?.databaseUrl,
    };
    await steps.run('Build', (report) => buildStale(['backend'], { ...tools, report, signal }));
    const figures = await measure({ node: tools.node, env, dataDir, signal }, steps);
    const { TARGETS, rpoOf, rtoOf, writeReport } = await import('./lib/bench/restore/report.mjs');
    console.log(`\n${await writeReport(figures)}`);
    const same = figures.different.length === 0 && figures.wrong === 0;
    return same && rpoOf(figures) <= TARGETS.rpo && rtoOf(figures) <= TARGETS.rto ? 0 : 1;
  } finally {
    await lease?.release();
    await removeTestDataDir(dataDir);
  }
});
