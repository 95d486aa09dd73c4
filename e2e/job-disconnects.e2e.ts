import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Browser, Locator, Page, WebSocketRoute } from 'playwright-core';
import { inspectPage, launchBrowser, openPage, photograph } from './support/browser';
import { Author, expected } from './support/faults/authors';
import { WritingModel } from './support/faults/writing-model';
import { signInByCode } from './support/sign-in';
import { journeySteps } from './support/steps';
import { startSystem, type System } from './support/system';

const EMAIL = 'halyna@example.org';
const PACE_MS = 2000;
/** So many sections more show that it goes on. */
const FURTHER = 1;

/** Of each the sample library has enough to say for a section. */
const SUBJECTS = [
  ...['Working memory', 'Retrieval practice', 'Spaced practice', 'Long-term retention'],
  ...['Cognitive load', 'Worked examples', 'Feedback after tests', 'Metacognition'],
  ...['Self-regulated learning', 'Motivation', 'Expertise', 'Transfer of learning'],
  ...['Interleaving of practice', 'Notes and rereading', 'Testing and remembering'],
  ...['Spacing and forgetting', 'Problem solving', 'Judgements of learning'],
  ...['Reading comprehension', 'Deliberate practice', 'Multimedia learning', 'Self-explanation'],
];

jest.setTimeout(240_000);

/** Runs in the page: notes every percentage and every count of sections that is shown. */
function noteProgress(): void {
  const shown: [number, number][] = [];
  Object.assign(globalThis, { shownProgress: shown });
  const numberIn = (selector: string) =>
    parseInt(document.querySelector(selector)?.textContent ?? '', 10);
  new MutationObserver(() => {
    const [percent, sections] = [numberIn('.job-percent'), numberIn('.job-step-count')];
    if (!Number.isNaN(percent) && !Number.isNaN(sections)) shown.push([percent, sections]);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

describe('a job that is watched over a bad connection, in a real browser', () => {
  let model: WritingModel;
  let system: System;
  let api: ChildProcess;
  let browser: Browser;
  let page: Page;
  let url: string;
  const complaints: string[] = [];
  const sockets: WebSocketRoute[] = [];
  /** What the page says first, on each connection. */
  const greetings: { afterSeq?: number }[] = [];
  let refusing = false;
  let deaf = false;

  const step = journeySteps(() => photograph(page, 'stranded-disconnects'));
  const button = (name: string): Locator => page.getByRole('button', { name });

  /** Between the page and the server, so that the way can be cut. */
  function intercept(socket: WebSocketRoute): void {
    if (refusing) {
      void socket.close({ code: 1013 });
      return;
    }
    const server = socket.connectToServer();
    socket.onMessage((message) => {
      greetings.push(JSON.parse(String(message)) as { afterSeq?: number });
      server.send(message);
    });
    server.onMessage((message) => {
      if (!deaf) socket.send(message);
    });
    sockets.push(socket);
  }

  beforeAll(async () => {
    model = await WritingModel.start(PACE_MS);
    system = await startSystem(
      {
        ...{ OPENAI_BASE_URL: model.url, OPENAI_API_KEY: 'none', LLM_CALLS_PER_DOCUMENT: '1' },
        ...{ LLM_POLISH: 'false', LLM_SUPPORT_CHECK: 'false' },
      },
      ['worker'],
    );
    api = await system.start('main');
    const author = await Author.signIn(system, EMAIL);
    const documentId = await author.document('What learners keep', 1);
    const sections = SUBJECTS.map((title) => ({
      ...{ title, level: 1, role: 'body', keyPoints: [title], targetWords: 60 },
    }));
    const path = `/documents/${documentId}/outline`;
    await expected(200, author.api.request('PUT', path, { sections }));
    url = `${system.url}/documents/${documentId}/writing`;
    browser = await launchBrowser();
    page = await openPage(browser, complaints);
    await page.addInitScript(noteProgress);
    await page.routeWebSocket(/\/jobs\/ws\//, intercept);
  });

  afterAll(async () => {
    await browser?.close();
    await system?.stop();
    await model?.stop();
  });

  const sectionsDone = async () =>
    parseInt(await page.locator('.job-step-count').innerText({ timeout: 60_000 }), 10);

  /** Waits until so many sections are shown as written. */
  const showing = (sections: number) =>
    page.waitForFunction(
      (least) =>
        parseInt(document.querySelector('.job-step-count')?.textContent ?? '', 10) >= least,
      sections,
      { timeout: 60_000 },
    );

  async function goesOn(): Promise<void> {
    await showing((await sectionsDone()) + FURTHER);
  }

  /** Nothing that was shown since the page was loaded has been taken back. */
  async function expectNoJump(): Promise<void> {
    const shown = await page.evaluate(
      () => (globalThis as unknown as { shownProgress: [number, number][] }).shownProgress,
    );
    expect(shown.length).toBeGreaterThan(0);
    const sorted = [...shown].sort((one, other) => one[1] - other[1] || one[0] - other[0]);
    expect(shown).toEqual(sorted);
  }

  step('shows its steps, its sections and what it uses while it goes on', async () => {
    await page.goto(url);
    await signInByCode(page, system, EMAIL);
    await button('Start writing').click();
    await page.locator('.job-steps').waitFor();
    await showing(1);
    const current = page.locator('.job-steps [aria-current=step]');
    expect(await current.innerText()).toMatch(/^Sections/);
    await page.getByText(/tokens used/).waitFor();
    await page.getByText('nothing to pay').waitFor();
    await page.getByText('You may leave this page').waitFor();
    await page.locator('.section-states').getByText('in work').first().waitFor();
    await inspectPage(page, 'writing-live');
  });

  step('is where it was when one comes back to the page', async () => {
    const before = await sectionsDone();
    await page.getByRole('link', { name: 'All documents' }).click();
    await page.locator('tg-document-card').first().waitFor();
    await page.goto(url);
    expect(await sectionsDone()).toBeGreaterThanOrEqual(before);
    await goesOn();
    await expectNoJump();
  });

  step('goes on after the last entry when the connection was cut', async () => {
    const connections = sockets.length;
    await sockets.at(-1)?.close({ code: 1012 });
    await goesOn();
    expect(sockets).toHaveLength(connections + 1);
    expect(greetings.at(-1)?.afterSeq).toBeGreaterThan(3);
    await expectNoJump();
  });

  step('stops on request, and goes on from what is written', async () => {
    await button('Stop').click();
    await button('Go on').waitFor();
    const stoppedAt = await sectionsDone();
    await photograph(page, 'writing-stopped');
    await button('Go on').click();
    await showing(stoppedAt + FURTHER);
    await expectNoJump();
  });

  step('outlives the API that it was told by', async () => {
    const before = await sectionsDone();
    const exited = once(api, 'exit');
    api.kill('SIGKILL');
    await exited;
    api = await system.start('main');
    await showing(before + FURTHER);
    await goesOn();
    await expectNoJump();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  step('says so while no connection holds, and asks instead', async () => {
    refusing = true;
    await sockets.at(-1)?.close({ code: 1012 });
    await page.getByText('The live connection is down.').waitFor({ timeout: 60_000 });
    await goesOn();
    refusing = false;
    await page
      .getByText('The live connection is down.')
      .waitFor({ state: 'detached', timeout: 60_000 });
    await goesOn();
    await expectNoJump();
  });

  step('notices by itself that it is told nothing any more, and that all is written', async () => {
    deaf = true;
    await page.getByRole('link', { name: 'Read the text' }).waitFor({ timeout: 120_000 });
    await expectNoJump();
  });

  step('went without a broken script', () => {
    expect(complaints).toEqual([]);
  });
});
