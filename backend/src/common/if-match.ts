import { ProblemException } from './problem';

/** The quoted version that `ETag` carries. */
export const etagOf = (version: number): string => `"${String(version)}"`;

/**
 * The version an edit was made on, from `If-Match`; undefined for `*` or a missing header.
 * @throws ProblemException STALE_VERSION for anything that is not an entity tag of ours
 */
export function versionFrom(ifMatch: string | undefined): number | undefined {
  if (ifMatch === undefined || ifMatch.trim() === '*') return undefined;
  const match = /^(?:W\/)?"(\d{1,9})"$/.exec(ifMatch.trim());
  if (match === null) throw staleVersion();
  return Number(match[1]);
}

export function staleVersion(): ProblemException {
  const detail = 'It was changed in the meantime. Load it again and repeat your edit.';
  return new ProblemException('STALE_VERSION', detail);
}

/** As {@link versionFrom}, for edits that nobody makes blindly. @throws PRECONDITION_REQUIRED */
export function requiredVersion(ifMatch: string | undefined): number | undefined {
  if (ifMatch !== undefined) return versionFrom(ifMatch);
  const detail = 'Send the version that you have looked at as If-Match.';
  throw new ProblemException('PRECONDITION_REQUIRED', detail);
}
