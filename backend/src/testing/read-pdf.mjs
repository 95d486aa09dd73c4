/** Reads a PDF from standard input; writes its pages' text, metadata and bookmarks as JSON. */
import { buffer } from 'node:stream/consumers';
import { extractText, getDocumentProxy } from 'unpdf';

const file = await getDocumentProxy(new Uint8Array(await buffer(process.stdin)));
const { text: pages } = await extractText(file);
const { info } = await file.getMetadata();
process.stdout.write(JSON.stringify({ pages, info, outline: await file.getOutline() }));
