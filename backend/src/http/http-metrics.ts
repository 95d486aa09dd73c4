import type { NextFunction, Request, Response } from 'express';
import { Histogram } from 'prom-client';

/** Named as OpenTelemetry's semantic conventions have it, so that ready dashboards fit. */
const duration = new Histogram({
  name: 'http_server_request_duration_seconds',
  help: 'Time from a request to the end of its answer',
  labelNames: ['http_request_method', 'http_route', 'http_response_status_code'] as const,
  buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);

/** The pattern, never the path itself: identifiers would make a time series each. */
export function routeOf({ route }: Request): string {
  const path = (route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : 'none';
}

/** Counts and times every request. */
export function measureRequests(request: Request, response: Response, next: NextFunction): void {
  const stop = duration.startTimer();
  response.once('close', () => {
    const method = METHODS.has(request.method) ? request.method : 'other';
    stop({
      http_request_method: method,
      http_route: routeOf(request),
      // 499: who asked has gone before the answer
      http_response_status_code: response.writableFinished ? response.statusCode : 499,
    });
  });
  next();
}
