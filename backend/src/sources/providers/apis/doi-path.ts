const CLIMBS = /(^|\/)\.{1,2}(\/|$)/;

/**
 * A DOI as part of a path, its slashes as the services document them; but one with `..` between
 * them must not lead to another path, and has them encoded.
 */
export function doiPath(doi: string): string {
  if (CLIMBS.test(doi)) return encodeURIComponent(doi);
  return doi.split('/').map(encodeURIComponent).join('/');
}
