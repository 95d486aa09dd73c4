import type { Request, RequestHandler, Response } from 'express';
import { ProblemException, sendProblem } from '../common';

/** Who goes on sending after the answer has this long to end, so that it gets to read the answer. */
const LINGER_MS = 2000;

const MEGABYTE = 1024 * 1024;

const hasBody = ({ headers }: Request) =>
  headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;

/** What has arrived at once, or nearly; Node holds a client to the length that it has stated. */
const SMALL = 64 * 1024;

const isSmall = ({ headers }: Request) => Number(headers['content-length']) <= SMALL;

function hangUpAfter(request: Request, response: Response): void {
  response.once('finish', () => {
    if (request.complete) return;
    setTimeout(() => {
      if (!request.complete) request.socket.destroy();
    }, LINGER_MS).unref();
  });
}

/**
 * Answers JSON of more than `limit` bytes at once. The parser behind it would first read such a body
 * to its end, which may never come.
 */
export function boundedBody(limit: number): RequestHandler {
  const detail = `The request is larger than ${String(limit / MEGABYTE)} MB.`;
  return (request, response, next) => {
    if (!hasBody(request) || isSmall(request)) {
      next();
      return;
    }
    hangUpAfter(request, response);
    const refuse = () => {
      if (response.headersSent) return;
      sendProblem(request, response, new ProblemException('FILE_TOO_LARGE', detail));
    };
    if (request.is('json') === false) {
      next();
    } else if (Number(request.headers['content-length']) > limit) {
      refuse();
    } else {
      let received = 0;
      request.on('data', (chunk: Buffer) => {
        received += chunk.length;
        if (received > limit) refuse();
      });
      next();
    }
  };
}
