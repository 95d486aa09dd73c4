import { rm } from 'node:fs/promises';
import {
  applyDecorators,
  BadRequestException,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  PayloadTooLargeException,
  type PipeTransform,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { Request } from 'express';
import { catchError, finalize, type Observable } from 'rxjs';
import { ProblemException } from '../../common';

/** An upload, streamed to a temporary file that lives as long as the request. */
export interface UploadedSource {
  path: string;
  /** As the user's machine named it. */
  originalname: string;
}

const MAX_MEGABYTES = 20;
const FIELD_SIZE = 20_000;
const FIELDS = 5;

const HOW = 'Send one file in the field “file” as multipart/form-data.';

function explain(error: unknown): never {
  if (error instanceof PayloadTooLargeException) {
    const detail = `The file is larger than ${String(MAX_MEGABYTES)} MB. Split it, or leave out its pictures.`;
    throw new ProblemException('FILE_TOO_LARGE', detail, { cause: error });
  }
  if (error instanceof BadRequestException) {
    throw new ProblemException('MALFORMED_REQUEST', HOW, { cause: error });
  }
  throw error;
}

/** Around the upload and its handling: says what went wrong, and leaves no file behind. */
@Injectable()
class TemporaryUploadInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request & { file?: UploadedSource }>();
    return next.handle().pipe(
      catchError(explain),
      finalize(() => {
        if (request.file !== undefined) void rm(request.file.path, { force: true });
      }),
    );
  }
}

@Injectable()
export class RequiredFilePipe implements PipeTransform<UploadedSource | undefined, UploadedSource> {
  transform(file: UploadedSource | undefined): UploadedSource {
    if (file !== undefined) return file;
    const detail = `There is no file. ${HOW} Adding a work by its DOI is not possible yet.`;
    const errors = [{ pointer: '/file', message: 'A file is required.' }];
    throw new ProblemException('VALIDATION_FAILED', detail, { errors });
  }
}

const BODY = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary', description: 'PDF, BibTeX, RIS or CSL-JSON' },
    title: { type: 'string', maxLength: 1000, description: 'Of the work in a PDF' },
    authors: { type: 'string', maxLength: 5000, description: 'Family, Given; Family, Given' },
    year: { type: 'integer', minimum: 1 },
  },
};

/** A route that takes one file of sources, up to 20 MB, as multipart/form-data. */
export const SourceUpload = () =>
  applyDecorators(
    UseInterceptors(
      TemporaryUploadInterceptor,
      FileInterceptor('file', {
        defParamCharset: 'utf8',
        limits: {
          fileSize: MAX_MEGABYTES * 1024 * 1024,
          files: 1,
          fields: FIELDS,
          fieldSize: FIELD_SIZE,
        },
      }),
    ),
    ApiConsumes('multipart/form-data'),
    ApiBody({ schema: BODY }),
  );
