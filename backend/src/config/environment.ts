import { z } from 'zod';
import { currency, modelPrices } from './model-prices';

const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((value) => value === 'true' || value === '1');

const list = z.string().transform((value) =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== ''),
);

export const SOURCE_PROVIDERS = ['semantic_scholar', 'openalex', 'crossref', 'arxiv'] as const;

export type SourceProviderName = (typeof SOURCE_PROVIDERS)[number];

const providers = list.pipe(
  z
    .array(z.enum(SOURCE_PROVIDERS))
    .refine((names) => new Set(names).size === names.length, 'Names a provider twice'),
);

const positive = z.coerce.number().int().min(1);
const count = (fallback: number) => positive.default(fallback);

const port = z.coerce.number().int().min(0).max(65535);

const ageIdentity = z
  .string()
  .regex(
    /^AGE-SECRET-KEY-1[A-Z0-9]+$/,
    'Must be an age identity, as `npm run backup:key` makes one',
  );

const url = (protocol: RegExp) => z.url({ protocol });

/**
 * Variables whose emptiness says something: a list that is set and empty asks for nobody, which no
 * default may turn into everybody.
 */
export const MEANT_EMPTY: ReadonlySet<string> = new Set(['SOURCE_PROVIDERS']);

/**
 * Every variable the product reads, by its outside name. Variables that are set but empty count as
 * unset, so that an empty line in a `.env` file means the default; see {@link MEANT_EMPTY} for the
 * exception.
 */
export const environmentSchema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  DRAIN_S: z.coerce.number().int().min(0).max(300).optional(),
  PUBLIC_URL: url(/^https?$/).optional(),
  TESIGO_DATA_DIR: z.string().default('var'),
  TESIGO_ROLE: z.enum(['all', 'api', 'worker']).default('all'),
  DATABASE_URL: url(/^postgres(ql)?$/),
  DATABASE_OWNER_URL: url(/^postgres(ql)?$/).optional(),
  REDIS_URL: url(/^rediss?$/),
  REDIS_PREFIX: z.string().max(100).default('tesigo'),
  SMTP_URL: url(/^smtps?$/).optional(),
  MAIL_FROM: z.string().default('TesiGo <no-reply@localhost>'),
  STORAGE_DRIVER: z.enum(['local', 's3']).default('local'),
  S3_ENDPOINT: url(/^https?$/).optional(),
  S3_REGION: z.string().default('us-east-1'),
  S3_BUCKET: z.string().optional(),
  S3_ACCESS_KEY_ID: z.string().optional(),
  S3_SECRET_ACCESS_KEY: z.string().optional(),
  BACKUP_KEY: ageIdentity.optional(),
  BACKUP_DIR: z.string().optional(),
  BACKUP_S3_ENDPOINT: url(/^https?$/).optional(),
  BACKUP_S3_REGION: z.string().default('us-east-1'),
  BACKUP_S3_BUCKET: z.string().optional(),
  BACKUP_S3_ACCESS_KEY_ID: z.string().optional(),
  BACKUP_S3_SECRET_ACCESS_KEY: z.string().optional(),
  BACKUP_EVERY_MIN: positive.max(1440).optional(),
  BACKUP_DRILL_EVERY_H: positive.max(744).default(24),
  BACKUP_KEEP_DAYS: count(7),
  BACKUP_KEEP_WEEKS: count(4),
  BACKUP_KEEP_MONTHS: count(6),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: url(/^https?$/).optional(),
  LLM_MODELS: list.optional(),
  EMBEDDING_MODEL: z.string().max(200).optional(),
  LLM_TIMEOUT_S: count(60),
  JOBS_PER_WORKER: count(10),
  SECTIONS_PER_WORKER: count(100),
  JOB_LEASE_S: z.coerce.number().int().min(2).max(300).default(20),
  LLM_CALLS_PER_DOCUMENT: count(4),
  LLM_PRICES: modelPrices.default(new Map()),
  LLM_CURRENCY: currency.default('USD'),
  LLM_POLISH: flag.default(true),
  LLM_SUPPORT_CHECK: flag.default(true),
  LANGUAGETOOL_URL: url(/^https?$/).optional(),
  SOURCE_PROVIDERS: providers.default([...SOURCE_PROVIDERS]),
  SEMANTIC_SCHOLAR_BASE_URL: url(/^https?$/).default('https://api.semanticscholar.org/graph/v1'),
  SEMANTIC_SCHOLAR_API_KEY: z.string().optional(),
  OPENALEX_BASE_URL: url(/^https?$/).default('https://api.openalex.org'),
  OPENALEX_API_KEY: z.string().optional(),
  CROSSREF_BASE_URL: url(/^https?$/).default('https://api.crossref.org'),
  CROSSREF_API_KEY: z.string().optional(),
  ARXIV_BASE_URL: url(/^https?$/).default('https://export.arxiv.org/api'),
  CONTACT_EMAIL: z.email().optional(),
  DAILY_TOKEN_LIMIT: count(1_000_000),
  PLATFORM_DAILY_TOKEN_LIMIT: positive.optional(),
  STRIPE_SECRET_KEY: z.string().optional(),
  STRIPE_PUBLISHABLE_KEY: z.string().optional(),
  STRIPE_WEBHOOK_SECRET: list.default([]),
  STRIPE_API_BASE: url(/^https?$/).default('https://api.stripe.com'),
  JWT_SECRET: z.string().optional(),
  JWT_SECRET_PREVIOUS: z.string().optional(),
  ADMIN_EMAILS: list.default([]),
  CORS_ORIGINS: list.default([]),
  TRUSTED_PROXIES: list.default([]),
  ALLOWED_HOSTS: list.default([]),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  METRICS_HOST: z.string().default('127.0.0.1'),
  METRICS_PORT: port.optional(),
  METRICS_WORKER_PORT: port.optional(),
  METRICS_TOKEN: z.string().min(16, 'Must have 16 characters or more').optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: url(/^https?$/).optional(),
  OTEL_TRACES_SAMPLER_ARG: z.coerce.number().min(0).max(1).default(1),
  RATE_LIMIT_DISABLED: flag.default(false),
  RATE_LIMIT_REQUESTS_PER_MINUTE: count(600),
  RATE_LIMIT_MAGIC_LINKS_PER_HOUR: count(3),
  // a lecture hall stands behind one address
  RATE_LIMIT_SIGN_IN_MAILS_PER_HOUR: count(600),
  RATE_LIMIT_VERIFY_PER_HOUR: count(10),
  RATE_LIMIT_REFRESH_PER_HOUR: count(20),
  RATE_LIMIT_DOCUMENT_WRITES_PER_HOUR: count(100),
  RATE_LIMIT_GENERATIONS_PER_HOUR: count(10),
  RATE_LIMIT_REQUIREMENT_UPLOADS_PER_HOUR: count(10),
  // shorter would be no trail; the database refuses it as well
  RETENTION_AUDIT_DAYS: z.coerce.number().int().min(366).default(1095),
  RETENTION_DEAD_LETTER_DAYS: count(90),
  RETENTION_EXPORT_DAYS: count(30),
  DOCUMENTS_PER_USER: count(2000),
  JOBS_PER_USER: count(100),
});

export type Environment = z.infer<typeof environmentSchema>;
