import type { NextFunction, Request, Response } from 'express';
import { requestSpan, withOrigin } from '../tracing';
import { routeOf } from './http-metrics';

/** Makes a span of every request, and lets all that is done for it know its id. */
export function traceRequests(request: Request, response: Response, next: NextFunction): void {
  const { headers, method } = request;
  const requestId = String(request.id);
  const end = requestSpan(headers, method, () => withOrigin({ requestId }, next));
  response.once('close', () => {
    const route = routeOf(request);
    const { statusCode } = response;
    const attributes = {
      'http.request.method': method,
      'http.route': route,
      'http.response.status_code': statusCode,
      'tesigo.request.id': requestId,
    };
    end(route, attributes, statusCode >= 500);
  });
}
