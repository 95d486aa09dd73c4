import type { Environment } from './environment';

const PLACEHOLDER = /change.?me|placeholder|your.?(secret|key)|^(secret|password|example|default)/i;
const MIN_SECRET_LENGTH = 32;

function weakness(name: string, secret: string): string[] {
  if (secret.length < MIN_SECRET_LENGTH) {
    return [`${name} must have ${String(MIN_SECRET_LENGTH)} characters or more.`];
  }
  if (!PLACEHOLDER.test(secret) && new Set(secret).size >= 8) return [];
  return [`${name} is guessable; generate a random one.`];
}

/** What makes this environment unfit for production, one sentence each; empty when it is fit. */
export function productionProblems(env: Partial<Environment>): string[] {
  if (env.NODE_ENV !== 'production') return [];
  const problems: string[] = [];
  problems.push(...weakness('JWT_SECRET', env.JWT_SECRET ?? ''));
  if (env.JWT_SECRET_PREVIOUS !== undefined) {
    problems.push(...weakness('JWT_SECRET_PREVIOUS', env.JWT_SECRET_PREVIOUS));
  }
  if (env.STRIPE_SECRET_KEY !== undefined && !env.STRIPE_WEBHOOK_SECRET?.length) {
    problems.push('STRIPE_WEBHOOK_SECRET must be set with STRIPE_SECRET_KEY.');
  }
  if (env.STRIPE_API_BASE?.startsWith('http:')) {
    problems.push('STRIPE_API_BASE must be https: the key travels there.');
  }
  if (env.BACKUP_EVERY_MIN !== undefined && env.BACKUP_KEY === undefined) {
    problems.push('BACKUP_KEY must be set with BACKUP_EVERY_MIN, and kept elsewhere as well.');
  }
  if (env.CORS_ORIGINS?.includes('*')) problems.push('CORS_ORIGINS must list origins, not *.');
  return problems;
}

/** What production can run without and hardly anybody wants, one sentence each. */
export function productionWarnings(env: Environment): string[] {
  if (env.NODE_ENV !== 'production') return [];
  const warnings: string[] = [];
  if (env.PUBLIC_URL === undefined) {
    warnings.push('PUBLIC_URL is not set: links in mails and downloads lead to localhost.');
  }
  if (env.PUBLIC_URL?.startsWith('http:')) {
    warnings.push('PUBLIC_URL is not https: cookies and mailed links travel in clear text.');
  }
  if (env.SMTP_URL === undefined) {
    warnings.push('SMTP_URL is not set: mails are written to files, nobody receives them.');
  }
  if (env.BACKUP_EVERY_MIN === undefined) {
    warnings.push('BACKUP_EVERY_MIN is not set: nothing is backed up by itself.');
  }
  return warnings;
}

/** Half-configured services, wrong in every environment. */
export function incompleteServices(env: Partial<Environment>): string[] {
  return [...incompleteStorage(env), ...incompleteBackups(env), ...incompleteMetrics(env)];
}

function incompleteMetrics(env: Partial<Environment>): string[] {
  const ports = ['METRICS_PORT', 'METRICS_WORKER_PORT'] as const;
  if (env.METRICS_TOKEN !== undefined) return [];
  return ports
    .filter((name) => env[name] !== undefined)
    .map((name) => `METRICS_TOKEN must be set with ${name}.`);
}

function incompleteStorage(env: Partial<Environment>): string[] {
  if (env.STORAGE_DRIVER !== 's3') return [];
  const required = ['S3_BUCKET', 'S3_ACCESS_KEY_ID', 'S3_SECRET_ACCESS_KEY'] as const;
  return required
    .filter((name) => env[name] === undefined)
    .map((name) => `${name} must be set when STORAGE_DRIVER is s3.`);
}

function incompleteBackups(env: Partial<Environment>): string[] {
  if (env.BACKUP_S3_BUCKET === undefined) return [];
  const required = ['BACKUP_S3_ACCESS_KEY_ID', 'BACKUP_S3_SECRET_ACCESS_KEY'] as const;
  return required
    .filter((name) => env[name] === undefined)
    .map((name) => `${name} must be set with BACKUP_S3_BUCKET.`);
}
