import type { NextFunction, Request, Response } from 'express';
import { ProblemException } from '../common';

/** Twice as deep as any body of ours. */
const MAX_LEVELS = 16;

function isDeeper(body: unknown, levels: number): boolean {
  let level = [body];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > levels) return true;
    level = level.flatMap((value): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value) : [],
    );
  }
  return false;
}

/**
 * Refuses JSON in which lists and objects stand within each other deeper than makes sense. The
 * parser does not mind, but much of what comes behind it recurses, and would run out of stack.
 */
export function shallowBody(request: Request, _response: Response, next: NextFunction): void {
  if (isDeeper(request.body, MAX_LEVELS)) {
    const detail = 'The lists and objects in the request are nested too deeply.';
    throw new ProblemException('MALFORMED_REQUEST', detail);
  }
  next();
}
