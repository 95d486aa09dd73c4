// @ts-check
/** `npm run bench`: the API's hot routes beside a bare server; writes docs/benchmarks.md. */
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client } from './lib/api-client.mjs';
import { prepareCases } from './lib/bench/cases.mjs';
import { Child } from './lib/child.mjs';
import { runMain } from './lib/main.mjs';
import { freePort } from './lib/network.mjs';
import { readSettings } from './lib/settings.mjs';
import { Steps } from './lib/steps.mjs';
import { openTestDataDir, removeTestDataDir } from './lib/test-environment.mjs';
import { APPLICATION_STEPS, withApplication } from './lib/with-application.mjs';

const ROUNDS = 5;
const SECONDS = 3;
/** The limits are counted as always; only their size is out of the way. */
const VARIABLES = {
  RATE_LIMIT_REQUESTS_PER_MINUTE: '1000000000',
  RATE_LIMIT_DOCUMENT_WRITES_PER_HOUR: '1000000000',
  LOG_LEVEL: 'error',
  SMTP_URL: '',
};
const bareServer = fileURLToPath(new URL('lib/bench/bare-server.mjs', import.meta.url));

/**
 * @param {import('./lib/with-application.mjs').Running} running
 * @param {{ dataDir: string, steps: Steps }} options
 * @returns {Promise<number>} exit code: 0 when every ratio is met
 */
async function measure({ runtime, origin }, { dataDir, steps }) {
  const client = new Client(origin);
  await client.signIn('bench@example.org', join(dataDir, 'mail'));
  const cases = await prepareCases(client);
  /** @type {{ id: string }} */
  const { id } = await client.get('/auth/me');
  const port = await freePort();
  const env = { ...runtime.env, PORT: String(port), OWNER_ID: id };
  const bare = new Child(runtime.node, bareServer, env);
  try {
    await bare.ready;
    const servers = {
      product: { origin: `${origin}/api/v1`, headers: { Authorization: client.authorization } },
      bare: { origin: `http://127.0.0.1:${port}`, headers: {} },
    };
    // Only now: the load generator is one of the packages that the first steps install.
    const { compare } = await import('./lib/bench/load.mjs');
    const { writeReport } = await import('./lib/bench/report.mjs');
    const rows = await steps.run('Measuring', (report) =>
      compare({ ...servers, cases, rounds: ROUNDS, seconds: SECONDS }, report),
    );
    console.log(`\n${await writeReport(rows)}`);
    return rows.every(({ ratio, request }) => ratio >= request.target) ? 0 : 1;
  } finally {
    await bare.stop();
  }
}

await runMain(async (signal) => {
  const steps = new Steps(APPLICATION_STEPS + 1);
  const dataDir = await openTestDataDir();
  const port = await freePort();
  const role = /** @type {const} */ ('api');
  const settings = { ...readSettings({}), role, host: '127.0.0.1', port, dataDir };
  try {
    return await withApplication({ settings, variables: VARIABLES }, { steps, signal }, (running) =>
      measure(running, { dataDir, steps }),
    );
  } finally {
    await removeTestDataDir(dataDir);
  }
});
