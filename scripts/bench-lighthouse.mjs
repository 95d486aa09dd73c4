// @ts-check
/** `npm run bench:lighthouse`: Lighthouse's scores of the landing page and of the desk. */
import { spawn } from 'node:child_process';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Client, tokenOf } from './lib/api-client.mjs';
import { audit, DEVICES } from './lib/bench/lighthouse/audit.mjs';
import { isGood, writeReport } from './lib/bench/lighthouse/report.mjs';
import { provideChromium } from './lib/chromium.mjs';
import { runMain } from './lib/main.mjs';
import { freePort } from './lib/network.mjs';
import { repositoryRoot } from './lib/paths.mjs';
import { readSettings } from './lib/settings.mjs';
import { SetupError } from './lib/setup-error.mjs';
import { Steps } from './lib/steps.mjs';
import { openTestDataDir, removeTestDataDir } from './lib/test-environment.mjs';
import { APPLICATION_STEPS, withApplication } from './lib/with-application.mjs';

const ROUNDS = 3;
const EMAIL = 'reader@example.org';
const VARIABLES = { LOG_LEVEL: 'error', SMTP_URL: '', RATE_LIMIT_DISABLED: 'true' };
const PAGES = { landing: '/', desk: '/documents' };

/** @param {string} origin @param {string} mailDir three documents, one of them with sources */
async function fillDesk(origin, mailDir) {
  const client = new Client(origin);
  await client.signIn(EMAIL, mailDir);
  const sample = join(repositoryRoot, 'samples', 'learning-science', 'document.json');
  const body = JSON.parse(await readFile(sample, 'utf8'));
  for (const title of ['Quiet rooms', 'What readers forget', 'How to study']) {
    /** @type {{ id: string }} */
    const { id } = await client.post('/documents', { ...body, title });
    if (title === 'How to study') await client.post(`/documents/${id}/sources/sample`);
  }
}

/**
 * Signs the browser in as a person would.
 * @param {import('playwright-core').Page} page @param {string} origin @param {string} mailDir
 */
async function signIn(page, origin, mailDir) {
  const before = new Set(await readdir(mailDir));
  await page.context().clearCookies();
  await page.goto(`${origin}/sign-in`);
  await page.getByLabel('E-mail address').fill(EMAIL);
  await page.getByRole('button', { name: 'Send me the mail' }).click();
  await page.getByRole('heading', { name: 'Look into your mail' }).waitFor();
  const name = (await readdir(mailDir)).find((file) => !before.has(file)) ?? '';
  const token = tokenOf(await readFile(join(mailDir, name), 'utf8'));
  await page.goto(`${origin}/auth/verify#token=${token}`);
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Your documents' }).waitFor();
}

/**
 * The browser that Lighthouse looks into, with no driver attached meanwhile.
 * @param {string} program @param {{ port: number, folder: string }} options
 */
async function startChromium(program, { port, folder }) {
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'];
  const own = [`--remote-debugging-port=${port}`, `--user-data-dir=${join(folder, 'profile')}`];
  const browser = spawn(program, [...args, ...own, 'about:blank'], { stdio: 'ignore' });
  for (let tries = 0; tries < 100; tries += 1) {
    const answer = await fetch(`http://127.0.0.1:${port}/json/version`).catch(() => null);
    if (answer?.ok) return browser;
    await delay(100);
  }
  browser.kill();
  throw new SetupError('Chromium did not start.');
}

/** @param {number} port @param {(page: import('playwright-core').Page) => Promise<void>} act */
async function withTab(port, act) {
  const { chromium } = await import('playwright-core');
  const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  try {
    const [context = await browser.newContext()] = browser.contexts();
    const tab = await context.newPage();
    await act(tab);
    await tab.close();
  } finally {
    await browser.close();
  }
}

/** The session is kept from run to run, files are not. @param {import('playwright-core').Page} page */
async function forgetFiles(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('Network.clearBrowserCache');
}

/** @template T @param {readonly T[]} runs @param {(run: T) => number} by */
const median = (runs, by) => runs.toSorted((a, b) => by(a) - by(b))[runs.length >> 1];

/**
 * @param {import('./lib/with-application.mjs').Running} running
 * @param {{ chromium: string, mailDir: string, folder: string }} options
 */
async function measure({ runtime, origin }, { chromium, mailDir, folder }) {
  await fillDesk(origin, mailDir);
  const port = await freePort();
  const browser = await startChromium(chromium, { port, folder });
  try {
    const audits = [];
    for (const [page, path] of Object.entries(PAGES)) {
      for (const device of DEVICES) {
        const runs = [];
        for (let round = 0; round < ROUNDS; round += 1) {
          const options = { port, device, env: runtime.env, folder };
          await withTab(port, async (tab) => {
            if (page === 'desk') await signIn(tab, origin, mailDir);
            await forgetFiles(tab);
          });
          runs.push({ page, device, ...(await audit(`${origin}${path}`, options)) });
        }
        const typical = median(runs, ({ scores }) => scores['performance'] ?? 0);
        if (typical !== undefined) audits.push(typical);
      }
    }
    return audits;
  } finally {
    browser.kill();
  }
}

await runMain(async (signal) => {
  const steps = new Steps(APPLICATION_STEPS + 2);
  const dataDir = await openTestDataDir();
  const folder = await mkdtemp(join(tmpdir(), 'tesigo-lighthouse-'));
  const port = await freePort();
  const place = /** @type {const} */ ({ role: 'api', host: '127.0.0.1', port });
  const settings = { ...readSettings({}), ...place, dataDir };
  const options = {
    settings,
    variables: VARIABLES,
    parts: /** @type {const} */ (['backend', 'frontend']),
  };
  try {
    return await withApplication(options, { steps, signal }, async (running) => {
      const chromium = await steps.run('Chromium', (report) =>
        provideChromium({ ...running.runtime, report, signal }),
      );
      const mailDir = join(dataDir, 'mail');
      const audits = await steps.run('Lighthouse', () =>
        measure(running, { chromium, mailDir, folder }),
      );
      console.log(`\n${await writeReport(audits)}`);
      for (const { page, device, faults } of audits) {
        if (faults.length > 0) console.log(`${page}, ${device}: ${faults.join(', ')}`);
      }
      return audits.every(isGood) ? 0 : 1;
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
    await removeTestDataDir(dataDir);
  }
});
