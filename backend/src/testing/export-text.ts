import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { json } from 'node:stream/consumers';
import mammoth from 'mammoth';

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** mammoth leaves out the numbers and bullets that Word shows before the items of a list. */
function withListMarkers(html: string): string {
  const counters: number[] = [];
  return html.replace(/<(\/?)(ol|ul|li)>/g, (tag, closing: string, name: string) => {
    if (name !== 'li') {
      if (closing === '') counters.push(name === 'ol' ? 1 : 0);
      else counters.pop();
      return tag;
    }
    if (closing !== '') return tag;
    const number = counters.pop() ?? 0;
    counters.push(number === 0 ? 0 : number + 1);
    return `${tag}${number === 0 ? '•' : `${String(number)}.`}`;
  });
}

function htmlText(html: string): string {
  return html
    .replace(/<[^>]+>/g, ' ')
    .replace(/&(?:lt|gt|quot|#39|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** Where mammoth lists the footnotes, and how it writes their numbers in the text. */
const FOOTNOTES = '<ol><li id="footnote-1">';
const FOOTNOTE_MARK = /<a href="#footnote-\d+" id="footnote-ref-\d+">\[(\d+)\]<\/a>/g;
const FOOTNOTE = /<li id="footnote-(\d+)">(.*?)<a href="#footnote-ref-\d+">↑<\/a>/gs;

/** What a reader of a Word file reads, footers left out, and apart from it the footnotes. */
export async function readDocx(file: Buffer): Promise<{ text: string; notes: string[] }> {
  const { value } = await mammoth.convertToHtml({ buffer: file });
  const [body = '', ...rest] = value.split(FOOTNOTES);
  const notes = [...`${FOOTNOTES}${rest.join('')}`.matchAll(FOOTNOTE)].map(
    ([, number = '', html = '']) => `${number} ${htmlText(html)}`,
  );
  return { text: htmlText(withListMarkers(body.replace(FOOTNOTE_MARK, '$1'))), notes };
}

export async function docxText(file: Buffer): Promise<string> {
  return (await readDocx(file)).text;
}

interface Bookmark {
  title: string;
  items: Bookmark[];
}

export interface ReadPdf {
  pages: string[];
  info: Record<string, unknown>;
  outline: Bookmark[];
  /** How many words are parted at the end of a line. */
  parted: number;
}

/**
 * What a reader of a PDF reads, by pdf.js, which needs a process without Jest around it; words
 * that are parted at the end of a line as one.
 */
export async function readPdf(file: Buffer): Promise<ReadPdf> {
  const reader = spawn(process.execPath, [join(__dirname, 'read-pdf.mjs')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  reader.stdin.end(file);
  return (await json(reader.stdout)) as ReadPdf;
}

/** The first place where two texts differ, with what stands around it; null where none is. */
export function firstDifference(received: string, expected: string) {
  if (received === expected) return null;
  let at = 0;
  while (received[at] === expected[at]) at += 1;
  const around = (text: string) => text.slice(Math.max(0, at - 40), at + 40);
  return { at, received: around(received), expected: around(expected) };
}
