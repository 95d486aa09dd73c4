// @ts-check
/** `npm run bench:writing`: how much of a document's time is not the language model's. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
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
const modelServer = fileURLToPath(new URL('lib/bench/writing/model-server.mjs', import.meta.url));

/** @returns {Promise<{ url: string, calls: () => Promise<any[]>, stop: () => void }>} */
async function startModel() {
  const child = fork(modelServer, { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const [port] = await once(child, 'message');
  const url = `http://127.0.0.1:${port}`;
  const calls = async () => (await fetch(url)).json();
  return { url, calls: /** @type {() => Promise<any[]>} */ (calls), stop: () => child.kill() };
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
  };
  try {
    return await withApplication({ settings, variables }, { steps, signal }, async ({ origin }) => {
      const client = new Client(origin);
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
