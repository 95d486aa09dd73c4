import { resolve } from 'node:path';
import type { KeyRing } from '../common';
import type { Environment, SourceProviderName } from './environment';
import { productionWarnings } from './production';

/** Injection token of the {@link Configuration}. */
export const CONFIGURATION = Symbol('Configuration');

/** What the running product was told, in the shape its parts read. Durations are in seconds. */
export type Configuration = ReturnType<typeof toConfiguration>;

/** Balancers look every few seconds, and Docker kills after ten. */
const PRODUCTION_DRAIN_S = 5;

const DEFAULT_MODEL = 'gpt-4.1-mini';

const hasModelServer = (env: Environment): boolean =>
  env.OPENAI_API_KEY !== undefined || env.OPENAI_BASE_URL !== undefined;

function languageModels(env: Environment): readonly string[] {
  if (!hasModelServer(env)) return [];
  return env.LLM_MODELS && env.LLM_MODELS.length > 0 ? env.LLM_MODELS : [DEFAULT_MODEL];
}

function storage(env: Environment, dataDir: string) {
  if (env.STORAGE_DRIVER === 'local') {
    return { driver: 'local' as const, directory: resolve(dataDir, 'storage') };
  }
  return {
    driver: 's3' as const,
    endpoint: env.S3_ENDPOINT,
    region: env.S3_REGION,
    bucket: env.S3_BUCKET ?? '',
    accessKeyId: env.S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: env.S3_SECRET_ACCESS_KEY ?? '',
  };
}

/** Where backups go: a directory, a bucket, or both; the first is the one that is restored from. */
function backupTargets(env: Environment, dataDir: string): ReturnType<typeof storage>[] {
  const toBucket = env.BACKUP_S3_BUCKET !== undefined;
  const directory = env.BACKUP_DIR ?? (toBucket ? undefined : resolve(dataDir, 'backups'));
  const local = directory === undefined ? [] : [{ driver: 'local' as const, directory }];
  if (env.BACKUP_S3_BUCKET === undefined) return local;
  const bucket = {
    driver: 's3' as const,
    endpoint: env.BACKUP_S3_ENDPOINT,
    region: env.BACKUP_S3_REGION,
    bucket: env.BACKUP_S3_BUCKET,
    accessKeyId: env.BACKUP_S3_ACCESS_KEY_ID ?? '',
    secretAccessKey: env.BACKUP_S3_SECRET_ACCESS_KEY ?? '',
  };
  return [...local, bucket];
}

function backup(env: Environment, dataDir: string) {
  return {
    /** An age identity; undefined: one is made in the data directory. */
    key: env.BACKUP_KEY,
    targets: backupTargets(env, dataDir),
    /** Minutes between two; undefined: only when somebody asks. */
    everyMinutes: env.BACKUP_EVERY_MIN,
    drillEveryHours: env.BACKUP_DRILL_EVERY_H,
    keep: {
      days: env.BACKUP_KEEP_DAYS,
      weeks: env.BACKUP_KEEP_WEEKS,
      months: env.BACKUP_KEEP_MONTHS,
    },
  };
}

export interface MetricsAddress {
  host: string;
  port: number;
  /** What Prometheus has to bring, as a bearer token. */
  token: string;
}

function metricsAddress(
  { METRICS_HOST: host, METRICS_TOKEN: token }: Environment,
  port: number | undefined,
): MetricsAddress | undefined {
  return port === undefined || token === undefined ? undefined : { host, port, token };
}

function limits(env: Environment) {
  return {
    disabled: env.RATE_LIMIT_DISABLED && env.NODE_ENV !== 'production',
    requestsPerMinute: env.RATE_LIMIT_REQUESTS_PER_MINUTE,
    magicLinksPerHour: env.RATE_LIMIT_MAGIC_LINKS_PER_HOUR,
    signInMailsPerHour: env.RATE_LIMIT_SIGN_IN_MAILS_PER_HOUR,
    verifyPerHour: env.RATE_LIMIT_VERIFY_PER_HOUR,
    refreshPerHour: env.RATE_LIMIT_REFRESH_PER_HOUR,
    documentWritesPerHour: env.RATE_LIMIT_DOCUMENT_WRITES_PER_HOUR,
    generationsPerHour: env.RATE_LIMIT_GENERATIONS_PER_HOUR,
    requirementUploadsPerHour: env.RATE_LIMIT_REQUIREMENT_UPLOADS_PER_HOUR,
    documentsPerUser: env.DOCUMENTS_PER_USER,
    jobsPerUser: env.JOBS_PER_USER,
  };
}

/** Days that things are kept which then go by themselves. */
function retention(env: Environment) {
  return {
    auditDays: env.RETENTION_AUDIT_DAYS,
    deadLetterDays: env.RETENTION_DEAD_LETTER_DAYS,
    exportDays: env.RETENTION_EXPORT_DAYS,
  };
}

function stripe(env: Environment) {
  if (env.STRIPE_SECRET_KEY === undefined) return undefined;
  return {
    secretKey: env.STRIPE_SECRET_KEY,
    /** For the card form in browsers; without it only Stripe's own page takes cards. */
    publishableKey: env.STRIPE_PUBLISHABLE_KEY,
    /** Each is good for signatures of events, so that they can be changed without a gap. */
    webhookSecrets: env.STRIPE_WEBHOOK_SECRET,
    apiBase: env.STRIPE_API_BASE,
  };
}

function sourceProviders(env: Environment) {
  return {
    /** In the order in which they are asked; empty for none. */
    order: env.SOURCE_PROVIDERS,
    /** Told to the services, which give better access to those whom they can write to. */
    contactEmail: env.CONTACT_EMAIL,
    access: {
      semantic_scholar: {
        baseUrl: env.SEMANTIC_SCHOLAR_BASE_URL,
        apiKey: env.SEMANTIC_SCHOLAR_API_KEY,
      },
      openalex: { baseUrl: env.OPENALEX_BASE_URL, apiKey: env.OPENALEX_API_KEY },
      crossref: { baseUrl: env.CROSSREF_BASE_URL, apiKey: env.CROSSREF_API_KEY },
      // arXiv gives out no keys
      arxiv: { baseUrl: env.ARXIV_BASE_URL, apiKey: undefined },
    } satisfies Record<SourceProviderName, { baseUrl: string; apiKey: string | undefined }>,
  };
}

const keyRing = (current: string, previous?: string): KeyRing<string> =>
  previous === undefined ? [current] : [current, previous];

function auth(env: Environment, jwtSecret: string) {
  return {
    /** The one that signs, then the one that is still recognised, if any. */
    jwtSecrets: keyRing(jwtSecret, env.JWT_SECRET_PREVIOUS),
    /** Whether the secret is one of the installation's own, kept in its data directory. */
    secretIsStored: env.JWT_SECRET === undefined,
    adminEmails: env.ADMIN_EMAILS.map((email) => email.toLowerCase()),
  };
}

function llm(env: Environment) {
  return {
    apiKey: env.OPENAI_API_KEY,
    baseUrl: env.OPENAI_BASE_URL,
    /** In fallback order; empty means the offline writer. */
    models: languageModels(env),
    /** Undefined: passages are found by their words alone. */
    embeddingModel: hasModelServer(env) ? env.EMBEDDING_MODEL : undefined,
    timeout: env.LLM_TIMEOUT_S,
    /** At the same time. */
    callsPerDocument: env.LLM_CALLS_PER_DOCUMENT,
    /** By model; those without are not known. */
    prices: env.LLM_PRICES,
    currency: env.LLM_CURRENCY,
    /** Whether drafts are put better by a model, as far as that is proven to change nothing else. */
    polish: env.LLM_POLISH,
    /** Whether a model is asked as well how far the passages carry what it wrote. */
    supportCheck: env.LLM_SUPPORT_CHECK,
    /** A user's, a UTC day. */
    dailyTokenLimit: env.DAILY_TOKEN_LIMIT,
    /** All users' together, a UTC day; undefined for none. */
    platformTokenLimit: env.PLATFORM_DAILY_TOKEN_LIMIT,
  };
}

export function toConfiguration(env: Environment, jwtSecret: string) {
  const dataDir = resolve(env.TESIGO_DATA_DIR);
  const publicUrl = (env.PUBLIC_URL ?? `http://localhost:${String(env.PORT)}`).replace(/\/+$/, '');
  return {
    production: env.NODE_ENV === 'production',
    /** For the log at start: what runs, but hardly as wanted. */
    warnings: productionWarnings(env),
    dataDir,
    logLevel: env.LOG_LEVEL,
    http: {
      host: env.HOST,
      port: env.PORT,
      publicUrl,
      /** How long readiness says no before a shutdown closes the listener. */
      drain: env.DRAIN_S ?? (env.NODE_ENV === 'production' ? PRODUCTION_DRAIN_S : 0),
      secure: publicUrl.startsWith('https:'),
      corsOrigins: env.CORS_ORIGINS,
      trustedProxies: env.TRUSTED_PROXIES,
      /** Names the server answers under, beside that of its public address. */
      allowedHosts: env.ALLOWED_HOSTS.map((name) => name.toLowerCase()),
    },
    databaseUrl: env.DATABASE_URL,
    /** For programs that change the schema; the same as `databaseUrl` where one role does everything. */
    databaseOwnerUrl: env.DATABASE_OWNER_URL ?? env.DATABASE_URL,
    redisUrl: env.REDIS_URL,
    /** In front of every Redis key and channel, so that installations can share a server. */
    redisPrefix: env.REDIS_PREFIX,
    mail: {
      smtpUrl: env.SMTP_URL,
      from: env.MAIL_FROM,
      directory: resolve(dataDir, 'mail'),
    },
    storage: storage(env, dataDir),
    backup: backup(env, dataDir),
    auth: auth(env, jwtSecret),
    worker: {
      /** Jobs that one process works on at a time; they mostly wait for a model. */
      jobs: env.JOBS_PER_WORKER,
      sections: env.SECTIONS_PER_WORKER,
      /** How long a worker may be silent before another takes its jobs over. */
      lease: env.JOB_LEASE_S,
    },
    llm: llm(env),
    /** Proofreads texts; undefined: nobody does. */
    languageToolUrl: env.LANGUAGETOOL_URL,
    sourceProviders: sourceProviders(env),
    /** Where spans are sent, and which share of them; undefined: none is made. */
    tracing: { endpoint: env.OTEL_EXPORTER_OTLP_ENDPOINT, ratio: env.OTEL_TRACES_SAMPLER_ARG },
    /** Where each kind of process answers Prometheus; undefined: nowhere. */
    metrics: {
      api: metricsAddress(env, env.METRICS_PORT),
      worker: metricsAddress(env, env.METRICS_WORKER_PORT),
    },
    /** Undefined: payments are off, and writing is free. */
    stripe: stripe(env),
    limits: limits(env),
    retention: retention(env),
  };
}
