import type { Readable } from 'node:stream';
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { type Observable, switchMap } from 'rxjs';
import { ProblemException } from '../../common';
import type { ByteRange } from '../../storage';

/** A file of which a caller may want a part. */
export interface RangedFile {
  type: string;
  /** To store it under. */
  name: string;
  /** Bytes. */
  size: number;
  /** Quoted; another one for other bytes. */
  etag: string;
  open(range?: ByteRange): Promise<Readable>;
}

/**
 * The one part that is asked for; undefined where all of it is the answer: for no range, several,
 * one that cannot be read, or one of an earlier file (RFC 9110, 14.2 and 13.1.5).
 * @throws ProblemException RANGE_NOT_SATISFIABLE
 */
function wantedRange(
  request: Request,
  response: Response,
  file: RangedFile,
): ByteRange | undefined {
  const condition = request.get('If-Range');
  if (condition !== undefined && condition !== file.etag) return undefined;
  const ranges = request.range(file.size);
  if (ranges === -1) {
    response.setHeader('Content-Range', `bytes */${String(file.size)}`);
    const detail = `The file has ${String(file.size)} bytes, and none where they are asked for.`;
    throw new ProblemException('RANGE_NOT_SATISFIABLE', detail);
  }
  if (!Array.isArray(ranges) || ranges.type !== 'bytes' || ranges.length !== 1) return undefined;
  return ranges[0];
}

/** Answers with a {@link RangedFile}, or with the part of it that is asked for. */
@Injectable()
export class RangedFileInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<RangedFile>): Observable<StreamableFile> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const response = http.getResponse<Response>();
    return next.handle().pipe(switchMap((file) => this.answer(request, response, file)));
  }

  private async answer(
    request: Request,
    response: Response,
    file: RangedFile,
  ): Promise<StreamableFile> {
    const { type, size, name } = file;
    response.setHeader('Accept-Ranges', 'bytes');
    response.setHeader('ETag', file.etag);
    const range = wantedRange(request, response, file);
    const stream = await file.open(range);
    const disposition = `attachment; filename="${name}"`;
    if (range === undefined) return new StreamableFile(stream, { type, disposition, length: size });
    const { start, end } = range;
    response.status(206);
    response.setHeader('Content-Range', `bytes ${String(start)}-${String(end)}/${String(size)}`);
    return new StreamableFile(stream, { type, disposition, length: end - start + 1 });
  }
}
