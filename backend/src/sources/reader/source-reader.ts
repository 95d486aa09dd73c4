import { availableParallelism } from 'node:os';
import { Injectable, Logger } from '@nestjs/common';
import { bulkhead, BulkheadRejectedError } from 'cockatiel';
import { ProblemException } from '../../common';
import { SandboxDied, SandboxHost } from '../../sandbox';
import { unsupported } from '../upload/accepted';
import { readFile } from './read-file';
import type { FileRequest, ReadAnswer, Reading } from './reading';

/** The reader's processor time is limited too; this is for a machine that gives it hardly any. */
const TIMEOUT_MS = 120_000;

/** Readers at a time: they leave a processor to what answers requests. */
const CONCURRENCY = Math.max(1, Math.min(4, availableParallelism() - 1));

/** Files that may wait for a reader. */
const QUEUE = 30;

const DIED =
  'The file could not be read: it is damaged, or it unpacks to more than can be handled. Save it ' +
  'anew from the program it comes from, or add its parts one by one.';
const TIMED_OUT =
  'Reading the file took too long. Split it into smaller parts and add them one by one.';

/** Turns uploaded files into drafts of sources. */
@Injectable()
export class SourceReader {
  private readonly logger = new Logger(SourceReader.name);
  private readonly limit = bulkhead(CONCURRENCY, QUEUE);

  constructor(private readonly sandboxes: SandboxHost) {}

  /** @throws ProblemException UNREADABLE_FILE, UNSUPPORTED_FILE, UNAVAILABLE when too many files are being read */
  async read(request: FileRequest): Promise<Reading> {
    const answer = await this.answerOf(request);
    if ('reading' in answer) return answer.reading;
    if ('unreadable' in answer) {
      const { reason } = answer;
      throw new ProblemException('UNREADABLE_FILE', answer.unreadable, { reason });
    }
    if ('unsupported' in answer) throw unsupported(answer.reason, answer.unsupported);
    this.logger.warn(`A ${request.kind} file was not read: ${answer.failed}`);
    throw new ProblemException('UNREADABLE_FILE', DIED, { reason: 'READER_FAILED' });
  }

  private async answerOf(request: FileRequest): Promise<ReadAnswer> {
    try {
      return await this.limit.execute(() => readFile(this.sandboxes, request, TIMEOUT_MS));
    } catch (error) {
      if (error instanceof BulkheadRejectedError) {
        const detail = 'Many files are being read just now. Try again in a moment.';
        throw new ProblemException('UNAVAILABLE', detail, { retryAfter: 10 });
      }
      if (!(error instanceof SandboxDied)) throw error;
      this.logger.warn(`A ${request.kind} file was not read: ${error.message}`);
      return error.timedOut
        ? { unreadable: TIMED_OUT, reason: 'TOOK_TOO_LONG' }
        : { unreadable: DIED, reason: 'READER_FAILED' };
    }
  }
}
