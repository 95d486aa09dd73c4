import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Browser, Page } from 'playwright-core';
import { inspectPage, launchBrowser, openPage } from './support/browser';

const ROOT = resolve(__dirname, '..');
const NG = join(ROOT, 'node_modules/@angular/cli/bin/ng.js');
const TYPES: Record<string, string> = {
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
};

jest.setTimeout(240_000);

/** The files of a build; every other path is the app's to route. */
async function serve(folder: string): Promise<Server> {
  const server = createServer(({ url = '/' }, response) => {
    const isFile = extname(url) !== '';
    const type = isFile ? TYPES[extname(url)] : 'text/html';
    response.setHeader('Content-Type', type ?? 'application/octet-stream');
    response.end(readFileSync(join(folder, isFile ? url : 'index.html')));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return server;
}

describe('the style guide', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tesigo-styleguide-'));
  const complaints: string[] = [];
  let server: Server;
  let browser: Browser;
  let page: Page;

  beforeAll(async () => {
    const args = ['build', '--configuration=development', '--progress=false'];
    await promisify(execFile)(process.execPath, [NG, ...args, `--output-path=${folder}`], {
      cwd: ROOT,
    });
    server = await serve(join(folder, 'browser'));
    browser = await launchBrowser();
    page = await openPage(browser, complaints);
  });

  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('shows every shared widget in both themes, open to everybody', async () => {
    const { port } = server.address() as AddressInfo;
    await page.goto(`http://127.0.0.1:${String(port)}/styleguide`);
    await page.getByRole('heading', { name: 'Style guide' }).waitFor();
    await page.locator('.styleguide-lazy .scale').last().waitFor();
    const widgets = readdirSync(join(ROOT, 'frontend/src/app/ui'));
    const shown = await page.locator('main').innerHTML();
    const directives = { button: 'tg-button', 'tool-button': 'tg-button-icon', lazy: 'scale' };
    for (const widget of widgets) {
      expect(shown).toContain((directives as Record<string, string>)[widget] ?? `<tg-${widget}`);
    }
    await inspectPage(page, 'styleguide');
    expect(complaints).toEqual([]);
  });

  it('is in no build for production', () => {
    const built = join(ROOT, 'dist/frontend/browser');
    const scripts = readdirSync(built).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(10);
    const telling = scripts.filter((name) =>
      readFileSync(join(built, name), 'utf8').includes('tg-widget-sheet'),
    );
    expect(telling).toEqual([]);
  });
});
