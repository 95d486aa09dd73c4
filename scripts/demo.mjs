// @ts-check
/** `npm run demo`: a whole thesis from the sample library, without a browser. */
import { join, relative } from 'node:path';
import { Client } from './lib/api-client.mjs';
import { openDataDir } from './lib/data-dir.mjs';
import { sampleDocument, save, write } from './lib/demo/thesis.mjs';
import { runMain } from './lib/main.mjs';
import { freePort } from './lib/network.mjs';
import { readSettings } from './lib/settings.mjs';
import { Steps, elapsed } from './lib/steps.mjs';
import { APPLICATION_STEPS, withApplication } from './lib/with-application.mjs';

const STEPS = APPLICATION_STEPS + 5;
const EMAIL = 'demo@example.org';

/** Its own data directory, kept: an interrupted demo goes on where it stopped. */
async function demoSettings() {
  const settings = readSettings(process.env);
  const dataDir = await openDataDir(join(settings.dataDir, 'demo'));
  const port = await freePort();
  return { ...settings, role: /** @type {const} */ ('all'), host: '127.0.0.1', port, dataDir };
}

/** @param {string} origin @param {{ dataDir: string, steps: Steps }} options */
async function journey(origin, { dataDir, steps }) {
  const client = new Client(origin);
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
  const { dataDir, port } = settings;
  const steps = new Steps(STEPS);
  const variables = {
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    LOG_LEVEL: 'warn',
    RATE_LIMIT_DISABLED: 'true',
    SMTP_URL: '',
  };
  await withApplication({ settings, variables }, { steps, signal }, ({ origin }) =>
    journey(origin, { dataDir, steps }),
  );
  return 0;
});
