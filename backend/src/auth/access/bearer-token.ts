import type { Request } from 'express';

/** Ours have about 400 characters; what is far longer is not looked at. */
const MAX_LENGTH = 2048;

/** The access token in `Authorization: Bearer …` (RFC 6750), the scheme in any case. */
export function bearerToken({ headers }: Pick<Request, 'headers'>): string | undefined {
  const { authorization } = headers;
  if (authorization === undefined || authorization.length > MAX_LENGTH) return undefined;
  if (authorization.startsWith('Bearer ')) return authorization.slice(7);
  return /^bearer +(\S+)$/i.exec(authorization)?.[1];
}
