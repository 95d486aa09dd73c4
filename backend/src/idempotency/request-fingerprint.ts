import { createHash } from 'node:crypto';
import type { Request } from 'express';

/**
 * What makes a request the same request: method, address and body. The body of an upload is not
 * read yet at this point; its length stands for it, the random boundary being as long each time.
 */
export function requestFingerprint(request: Request): Buffer {
  const { method, originalUrl, headers } = request;
  const type = headers['content-type'] ?? '';
  const body = type.startsWith('multipart/')
    ? `multipart ${headers['content-length'] ?? 'chunked'}`
    : JSON.stringify(request.body ?? null);
  return createHash('sha256').update(`${method} ${originalUrl}\n${body}`).digest();
}
