import {
  type ArgumentsHost,
  Catch,
  type ExceptionFilter,
  HttpException,
  Logger,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { ERROR_CODES, type ErrorCode } from './error-codes';
import { ProblemException } from './problem';
import type { Problem } from './problem-details';

const CODE_OF_STATUS: Partial<Record<number, ErrorCode>> = {
  400: 'MALFORMED_REQUEST',
  401: 'UNAUTHENTICATED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'FILE_TOO_LARGE',
  415: 'UNSUPPORTED_FILE',
  422: 'VALIDATION_FAILED',
  429: 'RATE_LIMITED',
  503: 'UNAVAILABLE',
};

/** PostgreSQL classes 08, 53, 57 and broken sockets: the store is away, not the request wrong. */
const CONNECTION_FAILURE = /^(08|53|57P)|^(ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|ENOTFOUND)$/;

/** What pg says of a connection that is lost, or is not to be had: it gives these no code. */
const LOST_CONNECTION =
  /^(Connection terminated|Client .* not queryable$|timeout (expired|exceeded when trying to connect)$|Query read timeout$)/;

function statusOf(exception: unknown): number {
  if (exception instanceof HttpException) return exception.getStatus();
  // body-parser and multer raise plain errors that carry the status
  const status = (exception as { status?: unknown } | null)?.status;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

function isConnectionFailure(exception: unknown): boolean {
  const { code, driverError } = (exception ?? {}) as { code?: unknown; driverError?: unknown };
  if (typeof code === 'string' && CONNECTION_FAILURE.test(code)) return true;
  if (exception instanceof Error && LOST_CONNECTION.test(exception.message)) return true;
  return driverError !== undefined && driverError !== exception && isConnectionFailure(driverError);
}

/** Turns whatever was thrown into a problem; what is not ours to explain becomes INTERNAL. */
export function toProblemException(exception: unknown): ProblemException {
  if (exception instanceof ProblemException) return exception;
  if (isConnectionFailure(exception)) {
    const detail = 'A part of the service is away for a moment. Nothing was lost; try again.';
    return new ProblemException('UNAVAILABLE', detail, { retryAfter: 5, cause: exception });
  }
  const status = statusOf(exception);
  const code = CODE_OF_STATUS[status];
  if (code === undefined) {
    const detail = 'We have noted it. Your work is safe; try again in a moment.';
    return new ProblemException('INTERNAL', detail, { cause: exception });
  }
  return new ProblemException(code, `${ERROR_CODES[code].title}.`, { cause: exception });
}

/** Answers with a problem; cuts off an answer that has begun already. */
export function sendProblem(request: Request, response: Response, problem: ProblemException): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (problem.retryAfter !== undefined) {
    response.setHeader('Retry-After', String(Math.ceil(problem.retryAfter)));
  }
  const { status, title } = ERROR_CODES[problem.code];
  // for the log line of the request
  response.locals['code'] = problem.code;
  const body: Problem = {
    type: 'about:blank',
    title,
    status,
    detail: problem.detail,
    instance: request.originalUrl.split('?', 1)[0] ?? '/',
    code: problem.code,
    ...(problem.reason && { reason: problem.reason }),
    requestId: String(request.id),
    ...(problem.errors && { errors: [...problem.errors] }),
  };
  response.status(status).type('application/problem+json').send(JSON.stringify(body));
}

@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(exception: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const problem = toProblemException(exception);
    // maintenance is what an admin wants, and no accident
    const isAccident = problem.getStatus() >= 500 && problem.code !== 'MAINTENANCE';
    if (isAccident) this.logger.error(problem.cause ?? problem);
    sendProblem(request, response, problem);
  }
}
