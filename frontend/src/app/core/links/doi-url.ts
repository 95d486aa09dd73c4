/** Where a DOI leads. Some hold `#`, `?` or `<`, which an address would take for its own. */
export const doiUrl = (doi: string): string =>
  `https://doi.org/${encodeURI(doi).replace(/[?#]/g, encodeURIComponent)}`;
