import { existsSync, readdirSync } from 'node:fs';
import type { RequestHandler } from 'express';

/** `documents.uk.html`; the first page is `index`. */
const NAME = /^(\w+)\.(\w\w)\.html$/;

const READING = new Set(['GET', 'HEAD']);

/** The path of a page, and its files by language. */
type Openings = Map<string, Map<string, string>>;

function readOpenings(folder: string): Openings {
  const openings: Openings = new Map();
  if (!existsSync(folder)) return openings;
  for (const file of readdirSync(folder)) {
    const [, name, language] = NAME.exec(file) ?? [];
    if (name === undefined || language === undefined) continue;
    const path = name === 'index' ? '/' : `/${name}`;
    openings.set(path, (openings.get(path) ?? new Map<string, string>()).set(language, file));
  }
  return openings;
}

/**
 * The page of the web app, for the addresses that most visits begin with: the same as everywhere,
 * with hints at what the browser will ask for next. What texts these are is a guess by the language
 * that the browser likes best; the app says for itself which it shows.
 *
 * @param folder as the build of the web app left it; a backend alone has none
 */
export function openingPages(folder: string): RequestHandler {
  const openings = readOpenings(folder);
  return (request, response, next) => {
    const files = openings.get(request.path);
    if (files === undefined || !READING.has(request.method)) {
      next();
      return;
    }
    response.vary('Accept-Language');
    const language = request.acceptsLanguages([...files.keys()]) || 'en';
    const headers = { 'Cache-Control': 'no-cache' };
    response.sendFile(files.get(language) ?? '', { root: folder, headers, cacheControl: false });
  };
}
