// @ts-check
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout these scripts belong to; everything they install stays below it. */
export const repositoryRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Downloaded tools (Node.js, Redis), locks and logs; git-ignored and safe to delete. */
export const toolsDir = join(repositoryRoot, '.tools');

export const locksDir = join(toolsDir, 'locks');
export const logsDir = join(toolsDir, 'logs');
export const distDir = join(repositoryRoot, 'dist');
