import { rm } from 'node:fs/promises';
import {
  BadRequestException,
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
  PayloadTooLargeException,
  type Type,
  UseInterceptors,
} from '@nestjs/common';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Request } from 'express';
import { catchError, finalize, type Observable } from 'rxjs';
import { ProblemException } from '../../common';
import { atOnce } from '../../rate-limit';

/** An upload, streamed to a temporary file that lives as long as the request. */
export interface UploadedSource {
  path: string;
  /** As the user's machine named it. */
  originalname: string;
}

const MAX_MEGABYTES = 20;
/** Rules fit into less, even as a whole handbook. */
const MAX_TEXT_MEGABYTES = 10;
const MAX_IMAGE_MEGABYTES = 10;
const FIELD_SIZE = 20_000;
const FIELDS = 5;

/** Uploads of one user at a time, about half of the files that may wait for a reader. */
const OneUsersShare = atOnce(15);

const HOW = 'Send one file in the field “file” as multipart/form-data.';

function explain(error: unknown, megabytes: number, advice: string): never {
  if (error instanceof PayloadTooLargeException) {
    const detail = `The file is larger than ${String(megabytes)} MB. ${advice}`;
    throw new ProblemException('FILE_TOO_LARGE', detail, { cause: error });
  }
  if (error instanceof BadRequestException) {
    throw new ProblemException('MALFORMED_REQUEST', HOW, { cause: error });
  }
  throw error;
}

/** Around the upload and its handling: says what went wrong, and leaves no file behind. */
function temporaryUpload(megabytes: number, advice: string): Type<NestInterceptor> {
  @Injectable()
  class TemporaryUploadInterceptor implements NestInterceptor {
    intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
      const request = context.switchToHttp().getRequest<Request & { file?: UploadedSource }>();
      return next.handle().pipe(
        catchError((error: unknown) => explain(error, megabytes, advice)),
        finalize(() => {
          if (request.file !== undefined) void rm(request.file.path, { force: true });
        }),
      );
    }
  }
  return TemporaryUploadInterceptor;
}

/** @throws ProblemException for a request that brings nothing */
export function nothingAdded(): ProblemException {
  const detail = `There is nothing to add. ${HOW} Or send a DOI in the field “doi” as JSON.`;
  const errors = [
    { pointer: '/file', message: 'A file is required, or a DOI.' },
    { pointer: '/doi', message: 'A DOI is required, or a file.' },
  ];
  return new ProblemException('VALIDATION_FAILED', detail, { errors });
}

const FILE = {
  type: 'object',
  required: ['file'],
  properties: {
    file: { type: 'string', format: 'binary', description: 'PDF, DOCX, BibTeX, RIS or CSL-JSON' },
    title: { type: 'string', maxLength: 1000, description: 'Of the work in a PDF or DOCX' },
    authors: { type: 'string', maxLength: 5000, description: 'Family, Given; Family, Given' },
    year: { type: 'integer', minimum: 1 },
  },
};

const DOI = {
  type: 'object',
  required: ['doi'],
  properties: {
    doi: { type: 'string', maxLength: 2000, description: 'Bare, after “doi:”, or as a link' },
  },
};

/** For the API document: the route takes either body, told apart by its content type. */
export const ADDITION_BODY = {
  required: true,
  content: {
    'multipart/form-data': { schema: FILE },
    'application/json': { schema: DOI },
  },
};

const oneFile = (megabytes: number, advice = 'Split it, or leave out its pictures.') =>
  UseInterceptors(
    OneUsersShare,
    temporaryUpload(megabytes, advice),
    FileInterceptor('file', {
      defParamCharset: 'utf8',
      limits: {
        fileSize: megabytes * 1024 * 1024,
        files: 1,
        fields: FIELDS,
        fieldSize: FIELD_SIZE,
      },
    }),
  );

/** A route that takes one file of sources, up to 20 MB, where a request brings one. */
export const SourceUpload = () => oneFile(MAX_MEGABYTES);

/** A route that takes one file for its text, up to 10 MB. */
export const TextUpload = () => oneFile(MAX_TEXT_MEGABYTES);

/** A route that takes one image, up to 10 MB. */
export const ImageUpload = () => oneFile(MAX_IMAGE_MEGABYTES, 'Save it with fewer pixels.');

/** For the API document: the body of a route that takes a text. */
export const TEXT_BODY = {
  required: true,
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        required: ['file'],
        properties: { file: { type: 'string', format: 'binary', description: 'PDF, DOCX or TXT' } },
      },
    },
  },
};

/** @throws ProblemException for a request that brings no file */
export function noFile(): ProblemException {
  const errors = [{ pointer: '/file', message: 'A file is required.' }];
  return new ProblemException('VALIDATION_FAILED', `There is no file. ${HOW}`, { errors });
}
