import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';

const ROOT = resolve(__dirname, '../..');
const SCREENSHOTS = join(ROOT, 'var/screenshots');

const SIZES = { desk: { width: 1280, height: 860 }, phone: { width: 360, height: 780 } };
/** A thesis is longer than any picture needs to be. */
const TALLEST = 3000;
const THEMES = ['light', 'dark'] as const;
/** WCAG 2.2 up to AA, by the tags of axe-core. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** A real Chromium. It visits the system under test only, so it does without a sandbox of its own. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env['TEST_CHROMIUM'],
    chromiumSandbox: false,
    args: ['--font-render-hinting=none', '--disable-dev-shm-usage', '--disable-gpu'],
  });
}

/** What keys of translations begin with: a part of the interface, and what is in it. */
const PARTS = readdirSync(join(ROOT, 'frontend/src/i18n'), { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== 'shell')
  .map(({ name }) => name.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase()));

/** Runs in the page: complains of every key that is shown, for however short, instead of a text. */
function complainOfKeys(parts: string[]): void {
  const key = new RegExp(`(^|\\s)(${parts.join('|')})(\\.\\w+)+(\\s|$)`);
  const look = (text: string | null) => {
    if (key.test(text ?? '')) reportError(new Error(`Shown instead of a text: ${String(text)}`));
  };
  const lookInto = (node: Node) => {
    look(node.nodeValue);
    const texts = document.createTreeWalker(node, NodeFilter.SHOW_TEXT);
    while (texts.nextNode() !== null) look(texts.currentNode.nodeValue);
  };
  const options = { subtree: true, childList: true, characterData: true };
  new MutationObserver((records) => {
    for (const { type, target, addedNodes, attributeName } of records) {
      if (attributeName !== null) look((target as Element).getAttribute(attributeName));
      else if (type === 'characterData') look(target.nodeValue);
      else addedNodes.forEach(lookInto);
    }
  }).observe(document, { ...options, attributeFilter: ['aria-label', 'title'] });
}

/** A visitor's own window; what its scripts throw is added to `complaints`. */
export async function openPage(browser: Browser, complaints: string[]): Promise<Page> {
  const context = await browser.newContext({
    locale: 'en-GB',
    viewport: SIZES.desk,
    reducedMotion: 'reduce',
    colorScheme: 'light',
  });
  await context.addInitScript(complainOfKeys, PARTS);
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  page.on('pageerror', (error) => complaints.push(String(error)));
  return page;
}

/** Runs in the page: resolves when what was just changed has been painted. */
const painted = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

/** Does something in both themes, then goes back to the light one. */
async function inBothThemes(page: Page, act: (theme: string) => Promise<void>): Promise<void> {
  for (const theme of THEMES) {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await page.evaluate(painted);
    await act(theme);
  }
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
}

/**
 * Pictures of a page in both themes, at a desk and on a phone, for a person to look at. The window
 * is made as tall as the page: Chromium's own full-page capture hangs on long ones at times.
 */
export async function photograph(page: Page, name: string): Promise<void> {
  mkdirSync(SCREENSHOTS, { recursive: true });
  for (const [size, { width, height }] of Object.entries(SIZES)) {
    await page.setViewportSize({ width, height });
    const needed = await page.evaluate(() => document.documentElement.scrollHeight);
    await page.setViewportSize({ width, height: Math.max(height, Math.min(needed, TALLEST)) });
    await page.evaluate(() => {
      window.scrollTo(0, 0);
    });
    await inBothThemes(page, async (theme) => {
      await page.screenshot({ path: join(SCREENSHOTS, `${name}-${size}-${theme}.png`) });
    });
  }
  await page.setViewportSize(SIZES.desk);
}

/** How far the page can be scrolled sideways on a phone; nobody should have to. */
export async function sidewaysScroll(page: Page): Promise<number> {
  await page.setViewportSize(SIZES.phone);
  const pixels = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  await page.setViewportSize(SIZES.desk);
  return pixels;
}

interface AxeResults {
  violations: { id: string; help: string; nodes: { target: string[] }[] }[];
}

/** What is not on the screen may have no size until somebody scrolls there, and axe would judge that. */
async function laidOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const element of document.querySelectorAll<HTMLElement>('main *')) {
      if (getComputedStyle(element).contentVisibility === 'auto') {
        element.style.contentVisibility = 'visible';
      }
    }
  });
}

/** What axe-core finds against WCAG 2.2 AA in either theme, one line a finding. */
export async function accessibilityFindings(page: Page): Promise<string[]> {
  const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
  const findings: string[] = [];
  await page.evaluate(axe);
  await laidOut(page);
  await inBothThemes(page, async (theme) => {
    const { violations } = await page.evaluate<AxeResults, string[]>(
      (rules) =>
        (
          globalThis as unknown as { axe: { run(d: Document, o: unknown): Promise<AxeResults> } }
        ).axe //
          .run(document, { runOnly: rules }),
      RULES,
    );
    for (const { id, help, nodes } of violations) {
      const places = nodes.map(({ target }) => target.join(' ')).join(', ');
      findings.push(`${theme}: ${id}: ${help} (${places})`);
    }
  });
  return findings;
}

/** What every page owes to everybody: no scrolling sideways, WCAG on both sizes; and its pictures. */
export async function inspectPage(page: Page, name: string): Promise<void> {
  expect(await sidewaysScroll(page)).toBe(0);
  for (const size of Object.values(SIZES)) {
    await page.setViewportSize(size);
    expect(await accessibilityFindings(page)).toEqual([]);
  }
  await page.setViewportSize(SIZES.desk);
  await photograph(page, name);
}
