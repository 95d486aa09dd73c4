import { join } from 'node:path';

/** The repository's root is as far from here in the sources as in the build. */
const ROOT = join(__dirname, '..', '..', '..');

/** Bibliographic facts of well-known works, each with a summary in our own words. */
export const SAMPLE_LIBRARY = join(ROOT, 'samples', 'learning-science', 'library.json');
