import { constants } from 'node:zlib';
import compression from 'compression';
import type { NextFunction, Request, Response } from 'express';

/** Answers of the API stay as they are: secrets beside words of others must not tell by length. */
const PLAIN = /^\/(?:api|health|metrics)(?:\/|$)/i;

/** Beyond this Brotli takes ten times as long for a hundredth less. */
const QUALITY = 6;

const compress = compression({ brotli: { params: { [constants.BROTLI_PARAM_QUALITY]: QUALITY } } });

/**
 * Compresses the files of the web app for who takes them so. Browsers keep all but the first page,
 * whose names carry a hash, so that each is compressed once a visitor and version.
 *
 * @see https://www.breachattack.com for why the API's answers are left out
 */
export function compressedPages(request: Request, response: Response, next: NextFunction): void {
  if (PLAIN.test(request.path)) next();
  else compress(request, response, next);
}
