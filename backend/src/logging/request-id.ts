import type { IncomingMessage, ServerResponse } from 'node:http';
import { newId } from '../common';

const ACCEPTABLE = /^[\w.:-]{1,100}$/;

/** The id a caller gave its request, or a new one; it goes out on the answer. */
export function requestId(request: IncomingMessage, response: ServerResponse): string {
  const given = request.headers['x-request-id'];
  const id = typeof given === 'string' && ACCEPTABLE.test(given) ? given : newId();
  response.setHeader('X-Request-Id', id);
  return id;
}
