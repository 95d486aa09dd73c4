import { answerRequest } from '../../sandbox/answer-request';
import { loggedError } from '../../logging/redact';
import { readBibliography } from './bibliography/read-bibliography';
import { readDocx } from './docx/read-docx';
import { readPdf } from './pdf/read-pdf';
import { readParagraphs } from './read-paragraphs';
import { readText } from './read-text';
import { partsOf, type ReadingPart } from './reading-parts';
import {
  type FileRequest,
  type ReadEnd,
  type Reading,
  UnreadableFile,
  UnsupportedFile,
} from './reading';

/*
 * Reads one file of a stranger and exits. Parsers of PDF, Word and LaTeX can be made to run for ever, to
 * fill the memory, or to die of an error that nothing catches; here they take nobody with them.
 */

/**
 * Two thousand pages of text, the most that is read, take 300 MB and 12 s of a slow processor: 6 ms
 * a page, of which each earns 30. What is read must be well below half a gigabyte.
 */
const LIMITS = { memory: 384 * 1024 * 1024, cpu: { start: 2, most: 40 } };

async function read(request: FileRequest): Promise<Reading> {
  if (request.kind === 'text') return readParagraphs(request);
  if (request.kind === 'pdf') return readPdf(request);
  if (request.kind === 'docx') return readDocx(request);
  return readBibliography(await readText(request.path), request.kind, request.language);
}

async function answer(
  request: FileRequest,
  deliver: (part: ReadingPart) => Promise<void>,
): Promise<ReadEnd> {
  try {
    for (const part of partsOf(await read(request))) await deliver(part);
    return { complete: true };
  } catch (error) {
    if (error instanceof UnreadableFile) {
      return { unreadable: error.message, reason: error.reason };
    }
    if (error instanceof UnsupportedFile) {
      return { unsupported: error.message, reason: error.reason };
    }
    // without its message: parsers quote the file in it
    const { type, frames } = loggedError(error);
    return { failed: [type, ...frames].join('\n') };
  }
}

answerRequest(LIMITS, answer);
