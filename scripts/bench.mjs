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

/** @param {string} origin @param {string} name @param {string} dataDir */
async function account(origin, name, dataDir) {
  const client = new Client(origin);
  await client.signIn(`${name}@example.org`, join(dataDir, 'mail'));
  /** @type {{ id: string }} */
  const { id } = await client.get('/auth/me');
  return { client, id };
}

/**
 * @param {import('./lib/with-application.mjs').Running} running
 * @param {{ dataDir: string, steps: Steps }} options
 * @returns {Promise<number>} exit code: 0 when every ratio is met
 */
async function measure({ runtime, origin }, { dataDir, steps }) {
  const reader = await account(origin, 'reader', dataDir);
  const writer = await account(origin, 'writer', dataDir);
  const cases = await prepareCases({ reader: reader.client, writer: writer.client });
  const port = await freePort();
  const accounts = { READER_ID: reader.id, WRITER_ID: writer.id };
  const env = { ...runtime.env, ...accounts, PORT: String(port) };
  const bare = new Child(runtime.node, [bareServer], env);
  try {
    await bare.ready;
    const servers = { product: `${origin}/api/v1`, bare: `http://127.0.0.1:${port}` };
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
