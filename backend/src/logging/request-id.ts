import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { NextFunction, Request, Response } from 'express';

const ACCEPTABLE = /^[\w.:-]{1,100}$/;

/** Gives a request the id its caller chose, or a new one; it goes out on every answer. */
export function assignRequestId(request: Request, response: Response, next: NextFunction): void {
  const given = request.headers['x-request-id'];
  request.id = typeof given === 'string' && ACCEPTABLE.test(given) ? given : randomUUID();
  response.setHeader('X-Request-Id', String(request.id));
  next();
}

export function requestId(request: IncomingMessage): IncomingMessage['id'] {
  return request.id;
}
