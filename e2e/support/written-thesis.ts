import type { Browser, Page } from 'playwright-core';
import { Api } from './api';
import { launchBrowser, openPage } from './browser';
import { writeSample } from './sample-thesis';
import { startSystem, type System } from './system';

/** A student with the sample thesis written, and a browser to look at it in. */
export interface WrittenThesis {
  system: System;
  page: Page;
  api: Api;
  documentId: string;
  /** What scripts of the page have thrown. */
  complaints: string[];
  close: () => Promise<void>;
}

/** @param variables of the system, such as the models that it asks */
export async function openWrittenThesis(
  email: string,
  variables: Record<string, string> = {},
): Promise<WrittenThesis> {
  const system = await startSystem(variables);
  let browser: Browser | undefined;
  const close = async () => {
    await browser?.close();
    await system.stop();
  };
  try {
    const api = await new Api(system).signIn(email);
    const documentId = await writeSample(api);
    browser = await launchBrowser();
    const complaints: string[] = [];
    const page = await openPage(browser, complaints);
    return { system, page, api, documentId, complaints, close };
  } catch (error) {
    await close();
    throw error;
  }
}
