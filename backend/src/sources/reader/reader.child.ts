import { loggedError } from '../../logging/redact';
import { readBibliography } from './bibliography/read-bibliography';
import { readDocx } from './docx/read-docx';
import { limitResources } from './limit-resources';
import { withoutNetwork } from './no-network';
import { readPdf } from './pdf/read-pdf';
import { readText } from './read-text';
import {
  type ReadAnswer,
  type Reading,
  type ReadRequest,
  UnreadableFile,
  UnsupportedFile,
} from './reading';

/*
 * Reads one file of a stranger and exits. Parsers of PDF, Word and LaTeX can be made to run for ever, to
 * fill the memory, or to die of an error that nothing catches; here they take nobody with them.
 */

/** A thousand pages of text take 300 MB and 7 s. What is read must be well below half a gigabyte. */
const LIMITS = { memory: 384 * 1024 * 1024, cpu: { start: 2, most: 12 } };

async function read(request: ReadRequest): Promise<Reading> {
  if (request.kind === 'pdf') return readPdf(request);
  if (request.kind === 'docx') return readDocx(request);
  return readBibliography(await readText(request.path), request.kind, request.language);
}

async function answer(request: ReadRequest): Promise<ReadAnswer> {
  try {
    return { reading: await read(request) };
  } catch (error) {
    if (error instanceof UnreadableFile) return { unreadable: error.message };
    if (error instanceof UnsupportedFile) return { unsupported: error.message };
    // without its message: parsers quote the file in it
    const { type, frames } = loggedError(error);
    return { failed: [type, ...frames].join('\n') };
  }
}

limitResources(LIMITS);
withoutNetwork();

process.once('message', (request: ReadRequest) => {
  void answer(request).then((message) => process.send?.(message));
});
process.once('disconnect', () => process.exit());
