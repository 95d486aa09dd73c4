// @ts-check
/** `npm run demo`: a whole thesis from the sample library, without a browser. */
import { join, relative } from 'node:path';
import { Application } from './lib/application.mjs';
import { runBackendTool } from './lib/backend-tool.mjs';
import { buildStale } from './lib/build.mjs';
import { openDataDir } from './lib/data-dir.mjs';
import { Client } from './lib/demo/client.mjs';
import { sampleDocument, save, write } from './lib/demo/thesis.mjs';
import { runMain } from './lib/main.mjs';
import { freePort } from './lib/network.mjs';
import { TOOL_STEPS, applicationEnv, prepareTools, provideServices } from './lib/prepare.mjs';
import { readSettings } from './lib/settings.mjs';
import { Steps, elapsed } from './lib/steps.mjs';

/** @typedef {import('./lib/prepare.mjs').Tools} Tools */
/** @typedef {import('./lib/settings.mjs').Settings} Settings */

const STEPS = TOOL_STEPS + 8;
const EMAIL = 'demo@example.org';

/** Its own data directory, kept: an interrupted demo goes on where it stopped. */
async function demoSettings() {
  const settings = readSettings(process.env);
  const port = await freePort();
  const dataDir = await openDataDir(join(settings.dataDir, 'demo'));
  return { ...settings, host: '127.0.0.1', port, dataDir };
}

/** @param {Settings} settings @param {{ steps: Steps }} options */
async function journey({ port, dataDir }, { steps }) {
  const client = new Client(`http://127.0.0.1:${port}`);
  await steps.run('Sign-in', () => client.signIn(EMAIL, join(dataDir, 'mail')));
  const started = Date.now();
  const document = await steps.run('Document and sources', () => sampleDocument(client));
  await steps.run('Writing', (report) => write(client, document.id, report));
  for (const format of /** @type {const} */ (['docx', 'pdf'])) {
    await steps.run(format.toUpperCase(), async (report) => {
      const { file, size } = await save(client, document.id, { format, directory: dataDir });
      report(`${relative(process.cwd(), file)} (${Math.round(size / 1024)} kB)`);
    });
  }
  console.log(`\n“${document.title}” is written and exported (${elapsed(started)}).`);
}

await runMain(async (signal) => {
  const settings = await demoSettings();
  const steps = new Steps(STEPS);
  const tools = await prepareTools({ steps, signal });
  const lease = await steps.run('Services', (report) =>
    provideServices(settings, { report, signal }),
  );
  const env = {
    ...applicationEnv(settings, { env: tools.env, urls: lease?.urls }),
    PUBLIC_URL: `http://127.0.0.1:${settings.port}`,
    LOG_LEVEL: 'warn',
    RATE_LIMIT_DISABLED: 'true',
    SMTP_URL: '',
  };
  const runtime = { ...tools, env };
  /** @type {Application | undefined} */
  let application;
  try {
    await steps.run('Build', (report) => buildStale(['backend'], { ...tools, report, signal }));
    await runBackendTool('database/migrate.js', { ...runtime, signal });
    const running = (application = new Application('all', runtime));
    await steps.run('TesiGo', () => running.ready);
    await journey(settings, { steps });
    return 0;
  } finally {
    await application?.stop();
    await lease?.release();
  }
});
