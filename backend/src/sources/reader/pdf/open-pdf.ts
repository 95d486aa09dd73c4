import { readFile } from 'node:fs/promises';
import { getDocumentProxy } from 'unpdf';
import { earnTime } from '../../../sandbox/limit-resources';
import { UnreadableFile } from '../reading';
import { type Line, type TextItem, toLines } from './line';

/** Longer ones are collections or scans; reading them would take longer than anyone waits. */
const MAX_PAGES = 2000;

/** Several times what reading and indexing a page of text takes. */
const TIME_OF_PAGE_MS = 30;

/** PDF readers look for the end marker in this last part (ISO 32000, implementation notes). */
const TAIL = 2048;

export interface PdfContent {
  pages: Line[][];
  info: Readonly<Record<string, unknown>>;
  /** The file's XMP properties. */
  properties: Readonly<Record<string, unknown>>;
}

function assertComplete(data: Uint8Array): void {
  const tail = Buffer.from(data.subarray(-TAIL)).toString('latin1');
  if (tail.includes('%%EOF')) return;
  const reason = 'The PDF breaks off before its end. Download it again, then add it once more.';
  throw new UnreadableFile('DAMAGED', reason);
}

function toUnreadable(error: unknown): UnreadableFile {
  const encrypted = error instanceof Error && error.name === 'PasswordException';
  const reason = encrypted
    ? 'The PDF is protected by a password. Save a copy without one, then add that.'
    : 'The PDF is damaged. Open it in a PDF program and save it anew, or download it again.';
  return new UnreadableFile(encrypted ? 'ENCRYPTED' : 'DAMAGED', reason, { cause: error });
}

type Pdf = Awaited<ReturnType<typeof getDocumentProxy>>;

async function readPages(pdf: Pdf): Promise<Line[][]> {
  const pages: Line[][] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(toLines(items.filter((item): item is typeof item & TextItem => 'str' in item)));
    page.cleanup();
    earnTime(TIME_OF_PAGE_MS);
  }
  return pages;
}

/** @throws UnreadableFile */
export async function openPdf(path: string): Promise<PdfContent> {
  const data = new Uint8Array(await readFile(path));
  assertComplete(data);
  try {
    const pdf = await getDocumentProxy(data, { verbosity: 0, stopAtErrors: false });
    if (pdf.numPages > MAX_PAGES) throw new UnreadableFile('TOO_MANY_PAGES', tooLong(pdf.numPages));
    const { info, metadata } = await pdf.getMetadata();
    const properties: unknown = metadata === null ? {} : Object.fromEntries(metadata);
    return {
      pages: await readPages(pdf),
      info: info as PdfContent['info'],
      properties: properties as PdfContent['properties'],
    };
  } catch (error) {
    throw error instanceof UnreadableFile ? error : toUnreadable(error);
  }
}

function tooLong(pages: number): string {
  return (
    `The PDF has ${String(pages)} pages; up to ${String(MAX_PAGES)} can be read. ` +
    'Add the chapters you need as files of their own.'
  );
}
