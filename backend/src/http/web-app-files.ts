import { join } from 'node:path';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import expressStaticGzip from 'express-static-gzip';
import type { ServerResponse } from 'node:http';
import { openingPages } from './opening-pages';

/** What the build of the web app left beside that of the backend. */
const WEB_APP = join(__dirname, '..', '..', 'frontend');

/** What of it may be asked for. */
export const WEB_APP_ROOT = join(WEB_APP, 'browser');

const YEAR = 31_536_000;
/** The build puts a content hash into the names of what may be cached for good. */
const HASHED = /-[\w-]{8}\.(?:js|css|woff2?)$/;

export const isKeptForGood = (file: string): boolean => HASHED.test(file.replace(/\.br$/, ''));

export function cacheHeaders(response: ServerResponse, file: string): void {
  const policy = isKeptForGood(file) ? `public, max-age=${String(YEAR)}, immutable` : 'no-cache';
  response.setHeader('Cache-Control', policy);
}

/**
 * Files that the build has compressed beforehand, for browsers that take them so. Other files, and
 * other clients, are left to what comes next.
 */
export function precompressedFiles(root: string): RequestHandler {
  const serve = expressStaticGzip(root, {
    enableBrotli: true,
    orderPreference: ['br'],
    index: false,
    serveStatic: { setHeaders: cacheHeaders, fallthrough: true, redirect: false },
  });
  return (request: Request, response: Response, next: NextFunction) => {
    if (HASHED.test(request.path)) serve(request, response, next);
    else next();
  };
}

/** In front of all else that answers for the web app. */
export const webAppFiles = (): RequestHandler[] => [
  precompressedFiles(WEB_APP_ROOT),
  openingPages(join(WEB_APP, 'openings')),
];
