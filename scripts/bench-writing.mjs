// @ts-check
/**
 * `npm run bench:writing`: how much of a document's time is not the language model's; with
 * `-- --documents 10,50,100`: what many documents at a time take of the worker's memory.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { Client } from './lib/api-client.mjs';
import { runMain } from './lib/main.mjs';
import { criticalPath, outlinedDocument, written } from './lib/bench/writing/measure.mjs';
import { freePort } from './lib/network.mjs';
import { readSettings } from './lib/settings.mjs';
import { Steps } from './lib/steps.mjs';
import { openTestDataDir, removeTestDataDir } from './lib/test-environment.mjs';
import { APPLICATION_STEPS, withApplication } from './lib/with-application.mjs';

const HANDS = 4;
/** Of the time that the model's answers alone take. */
const TARGET = 1.03;
/** MiB above idle. */
const MEMORY_TARGET = 150;
const LENGTHS = [20, 60];

const { values: options } = parseArgs({ options: { documents: { type: 'string' } } });
const counts = options.documents?.split(',').map(Number);
const modelServer = fileURLToPath(new URL('lib/bench/writing/model-server.mjs', import.meta.url));

/** @returns {Promise<{ url: string, calls: () => Promise<any[]>, stop: () => void }>} */
async function startModel() {
  const child = fork(modelServer, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [port] = await once(child, 'message');
  const url = `http://127.0.0.1:${port}`;
  const calls = async () => (await fetch(url)).json();
  return { url, calls: /** @type {() => Promise<any[]>} */ (calls), stop: () => child.kill() };
}

/**
 * @param {Client} client
 * @param {import('./lib/with-application.mjs').Running} running
 * @param {Steps} steps
 * @param {string} dataDir
 */
async function measureMemory(client, { workerPid }, steps, dataDir) {
  const { memoryOf } = await import('./lib/bench/writing/memory.mjs');
  const { writeMemoryReport } = await import('./lib/bench/writing/report.mjs');
  await steps.run('Sign-in', () => client.signIn('bench@example.org', join(dataDir, 'mail')));
  const figures = await steps.run('Writing', () =>
    memoryOf(client, workerPid, counts ?? [], LENGTHS),
  );
  console.log(`\n${await writeMemoryReport(figures, MEMORY_TARGET)}`);
  return figures.counts.every(([, peak]) => peak <= MEMORY_TARGET) ? 0 : 1;
}

await runMain(async (signal) => {
  const steps = new Steps(APPLICATION_STEPS + 2);
  const dataDir = await openTestDataDir();
  const model = await startModel();
  const port = await freePort();
  const place = { role: /** @type {const} */ ('all'), host: '127.0.0.1', port, dataDir };
  const settings = { ...readSettings({}), ...place };
  const variables = {
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: 'warn',
    RATE_LIMIT_DISABLED: 'true',
    SMTP_URL: '',
    OPENAI_BASE_URL: `${model.url}/v1`,
    LLM_MODELS: 'paced',
    LLM_CALLS_PER_DOCUMENT: String(HANDS),
    DAILY_TOKEN_LIMIT: '1000000000',
    ...(counts && { JOBS_PER_WORKER: String(Math.max(...counts)) }),
  };
  try {
    return await withApplication({ settings, variables }, { steps, signal }, async (running) => {
      const client = new Client(running.origin);
      if (counts) return await measureMemory(client, running, steps, dataDir);
      const id = await steps.run('Document', async () => {
        await client.signIn('bench@example.org', join(dataDir, 'mail'));
        return outlinedDocument(client);
      });
      const took = await steps.run('Writing', () => written(client, id));
      const least = criticalPath(await model.calls(), HANDS);
      const { writeReport } = await import('./lib/bench/writing/report.mjs');
      console.log(`\n${await writeReport({ took, least, target: TARGET })}`);
      return took / least <= TARGET ? 0 : 1;
    });
  } finally {
    model.stop();
    await removeTestDataDir(dataDir);
  }
});
