// @ts-check
import { mkdtemp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryRoot } from './paths.mjs';
import { commandLine } from './services/leftover.mjs';

const testDataDir = join(repositoryRoot, 'var', 'test');

/** Variables that configure the product: a test must not depend on what a developer has set. */
const PRODUCT_VARIABLE = new RegExp(
  '^(NODE_ENV|PORT|HOST|PUBLIC_URL|DATABASE_URL|DATABASE_OWNER_URL|REDIS_URL|MAIL_FROM|STORAGE_DRIVER|LOG_LEVEL|' +
    'JWT_SECRET|ADMIN_EMAILS|CONTACT_EMAIL|SOURCE_PROVIDERS|EMBEDDING_MODEL|(PLATFORM_)?DAILY_TOKEN_LIMIT|' +
    'CORS_ORIGINS|TRUSTED_PROXIES|' +
    '(TESIGO|BACKUP|SMTP|S3|OPENAI|LLM|SEMANTIC_SCHOLAR|OPENALEX|CROSSREF|STRIPE|RATE_LIMIT|METRICS|OTEL)_.*)$',
);

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv} without what configures the product
 */
export function withoutProductVariables(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => !PRODUCT_VARIABLE.test(name)));
}

/**
 * A fresh data directory for one run of the tests, named for its process. Those of runs that were
 * killed are removed on the way.
 *
 * @returns {Promise<string>}
 */
export async function openTestDataDir() {
  await mkdir(testDataDir, { recursive: true });
  for (const name of await readdir(testDataDir)) {
    const isRunning = commandLine(Number.parseInt(name, 10)) !== undefined;
    if (!isRunning) await removeTestDataDir(join(testDataDir, name));
  }
  return mkdtemp(join(testDataDir, `${process.pid}-`));
}

/** @param {string} directory */
export async function removeTestDataDir(directory) {
  await rm(directory, { recursive: true, force: true, maxRetries: 10 });
}
