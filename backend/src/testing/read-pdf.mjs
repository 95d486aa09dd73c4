/** Reads a PDF from standard input; writes its pages' text, metadata and bookmarks as JSON. */
import { buffer } from 'node:stream/consumers';
import { extractText, getDocumentProxy } from 'unpdf';

/** Letters by which the end of a line is found again. */
const TAIL = 20;

/**
 * What stands before the soft hyphens of a page, which pdf.js leaves out of its text.
 * @param {number} number
 */
async function partedLines(number) {
  const { argsArray } = await (await file.getPage(number)).getOperatorList();
  return argsArray
    .flatMap((args) => (Array.isArray(args?.[0]) ? [args[0]] : []))
    .map((glyphs) => glyphs.map((glyph) => glyph?.unicode ?? '').join(''))
    .filter((text) => text.endsWith('\u00AD'))
    .map((text) => text.slice(-TAIL, -1));
}

const file = await getDocumentProxy(new Uint8Array(await buffer(process.stdin)));
const { text } = await extractText(file);
let parted = 0;
const pages = [];
for (const [index, page] of text.entries()) {
  const ends = await partedLines(index + 1);
  parted += ends.length;
  pages.push(ends.reduce((read, end) => read.replace(`${end}\n`, end), page));
}
const { info } = await file.getMetadata();
process.stdout.write(JSON.stringify({ pages, info, outline: await file.getOutline(), parted }));
