import { Logger } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { loggedPath } from './logged-path';

const logger = new Logger('Refused');

/**
 * Logs what was refused in front of the routes (a wrong host, a body that is none), where the log
 * of requests has not begun; in the same shape.
 */
export function logRefused(request: Request, response: Response, next: NextFunction): void {
  response.once('finish', () => {
    const { statusCode, locals } = response;
    // pino-http leaves its mark on the requests that are its own
    if (statusCode < 400 || 'log' in request) return;
    const { id, method, originalUrl } = request;
    const req = { id, method, path: loggedPath(originalUrl) };
    logger.warn({ req, res: { statusCode }, code: locals['code'] as unknown }, 'request refused');
  });
  next();
}
