import type { Page } from 'playwright-core';
import { Api } from './api';
import { launchBrowser, openPage } from './browser';
import { signInByCode } from './sign-in';
import { startSystem, type System } from './system';
import { PLAIN_ESSAY } from './valid-bodies';

/** A student with a document, on the page of its sources. */
export interface SourcesVisit {
  system: System;
  api: Api;
  page: Page;
  documentId: string;
  /** What scripts of the page have thrown. */
  complaints: string[];
  close(): Promise<void>;
}

/** @param prepare called before the page is opened */
export async function openSourcesPage(
  email: string,
  prepare: (api: Api, documentId: string) => Promise<void> = () => Promise.resolve(),
): Promise<SourcesVisit> {
  const complaints: string[] = [];
  const system = await startSystem({}, ['main']);
  const api = await new Api(system).signIn(email);
  const { body } = await api.post<{ id: string }>('/documents', PLAIN_ESSAY);
  await prepare(api, body.id);
  const browser = await launchBrowser();
  const page = await openPage(browser, complaints);
  await page.goto(`${system.url}/documents/${body.id}/sources`);
  await signInByCode(page, system, email);
  await page.getByRole('heading', { name: 'By DOI' }).waitFor();
  const close = async () => {
    await browser.close();
    await system.stop();
  };
  return { system, api, page, documentId: body.id, complaints, close };
}
