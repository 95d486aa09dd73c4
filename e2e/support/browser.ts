import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Chromium from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';

const ROOT = resolve(__dirname, '../..');
const HOME = join(ROOT, 'var/chromium');

function version(): string {
  const file = join(ROOT, 'node_modules/@sparticuz/chromium/package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

/**
 * The Chromium that comes with its npm package, unpacked once into this checkout. Whoever unpacks
 * at the same time does so aside, and the first to finish wins.
 */
async function executable(): Promise<string> {
  const home = join(HOME, version());
  const path = join(home, 'chromium');
  if (existsSync(path)) return path;
  mkdirSync(HOME, { recursive: true });
  const aside = mkdtempSync(`${home}-`);
  // the package unpacks into the temporary directory and trusts whatever lies there already
  const { TMPDIR } = process.env;
  process.env['TMPDIR'] = aside;
  try {
    await Chromium.executablePath();
    renameSync(aside, home);
  } catch (error) {
    if (!existsSync(path)) throw error;
  } finally {
    if (TMPDIR === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = TMPDIR;
    rmSync(aside, { recursive: true, force: true });
  }
  return path;
}

/** A real Chromium. It visits the system under test only, so it does without a sandbox of its own. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: await executable(),
    chromiumSandbox: false,
    args: ['--font-render-hinting=none', '--disable-dev-shm-usage', '--disable-gpu'],
  });
}
