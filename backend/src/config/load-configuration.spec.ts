import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigurationError, loadConfiguration } from './load-configuration';

const dataDir = mkdtempSync(join(tmpdir(), 'tesigo-config-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

const services = {
  DATABASE_URL: 'postgres://localhost/tesigo',
  REDIS_URL: 'redis://localhost',
  TESIGO_DATA_DIR: dataDir,
};

const problemsOf = (variables: Record<string, string>) => {
  try {
    loadConfiguration(variables);
  } catch (error) {
    if (error instanceof ConfigurationError) return error.problems;
    throw error;
  }
  return [];
};

describe('loadConfiguration', () => {
  it('needs nothing but the services', () => {
    const configuration = loadConfiguration({ ...services, PORT: ' ', PUBLIC_URL: '' });
    expect(configuration.http).toMatchObject({ port: 3000, publicUrl: 'http://localhost:3000' });
    expect(configuration.llm).toMatchObject({ models: [], dailyTokenLimit: 1_000_000 });
    expect(configuration.storage.driver).toBe('local');
  });

  it('names everything that is missing or wrong at once', () => {
    expect(problemsOf({ PORT: '70000', SMTP_URL: 'ftp://x', STORAGE_DRIVER: 's3' })).toEqual([
      expect.stringMatching(/^PORT: /),
      'DATABASE_URL must be set.',
      'REDIS_URL must be set.',
      expect.stringMatching(/^SMTP_URL: /),
      'S3_BUCKET must be set when STORAGE_DRIVER is s3.',
      'S3_ACCESS_KEY_ID must be set when STORAGE_DRIVER is s3.',
      'S3_SECRET_ACCESS_KEY must be set when STORAGE_DRIVER is s3.',
    ]);
  });

  it('makes a signing secret once and keeps it for itself', () => {
    const [first, second] = [loadConfiguration(services), loadConfiguration(services)];
    expect(first.auth.jwtSecrets[0].length).toBeGreaterThanOrEqual(32);
    expect(second.auth.jwtSecrets).toEqual(first.auth.jwtSecrets);
    expect(readFileSync(join(dataDir, 'jwt-secret'), 'utf8')).toBe(first.auth.jwtSecrets[0]);
  });

  it('takes the models in their fallback order once a provider is configured', () => {
    const models = (variables: Record<string, string>) =>
      loadConfiguration({ ...services, ...variables }).llm.models;
    expect(models({ LLM_MODELS: 'a, b' })).toEqual([]);
    expect(models({ OPENAI_BASE_URL: 'http://localhost:8000/v1', LLM_MODELS: 'a, b' })).toEqual([
      'a',
      'b',
    ]);
    expect(models({ OPENAI_API_KEY: 'key' })).toHaveLength(1);
  });

  it('reads what models cost, and refuses what is no price or no currency', () => {
    const { llm } = loadConfiguration({ ...services, LLM_PRICES: 'a=2.5/10, b/c:d=0/1' });
    expect([...llm.prices]).toEqual([
      ['a', { input: 2.5, output: 10 }],
      ['b/c:d', { input: 0, output: 1 }],
    ]);
    expect(llm.currency).toBe('USD');
    for (const wrong of ['a', 'a=1', 'a=1/2/3', 'a=-1/2', 'a=x/y', '=1/2']) {
      expect(problemsOf({ ...services, LLM_PRICES: wrong })).toEqual([
        expect.stringMatching(/^LLM_PRICES: /),
      ]);
    }
    expect(problemsOf({ ...services, LLM_CURRENCY: 'XYZ' })).toEqual([
      expect.stringMatching(/^LLM_CURRENCY: /),
    ]);
  });

  it('embeds nothing without a provider', () => {
    const model = (variables: Record<string, string>) =>
      loadConfiguration({ ...services, ...variables }).llm.embeddingModel;
    expect(model({ EMBEDDING_MODEL: 'a' })).toBeUndefined();
    expect(model({ EMBEDDING_MODEL: 'a', OPENAI_API_KEY: 'key' })).toBe('a');
    expect(model({ EMBEDDING_MODEL: '', OPENAI_API_KEY: 'key' })).toBeUndefined();
  });

  it('asks the source providers in the order that is listed, and nobody for an empty list', () => {
    const order = (variables: Record<string, string>) =>
      loadConfiguration({ ...services, ...variables }).sourceProviders.order;
    expect(order({})).toEqual(['semantic_scholar', 'openalex', 'crossref', 'arxiv']);
    expect(order({ SOURCE_PROVIDERS: 'crossref, arxiv' })).toEqual(['crossref', 'arxiv']);
    expect(order({ SOURCE_PROVIDERS: '' })).toEqual([]);
    expect(order({ SOURCE_PROVIDERS: ' ' })).toEqual([]);
    for (const wrong of ['scholar', 'arxiv,arxiv']) {
      expect(problemsOf({ ...services, SOURCE_PROVIDERS: wrong })).toEqual([
        expect.stringMatching(/^SOURCE_PROVIDERS: /),
      ]);
    }
  });

  it('has payments off without a key, and takes two secrets while one replaces the other', () => {
    const stripe = (variables: Record<string, string>) =>
      loadConfiguration({ ...services, ...variables }).stripe;
    expect(stripe({ STRIPE_WEBHOOK_SECRET: 'whsec_a' })).toBeUndefined();
    const keys = { STRIPE_SECRET_KEY: 'sk_test_a', STRIPE_WEBHOOK_SECRET: 'whsec_a, whsec_b' };
    expect(stripe(keys)).toEqual({
      secretKey: 'sk_test_a',
      publishableKey: undefined,
      webhookSecrets: ['whsec_a', 'whsec_b'],
      apiBase: 'https://api.stripe.com',
    });
  });

  it('wants every part of S3', () => {
    expect(problemsOf({ ...services, STORAGE_DRIVER: 's3', S3_BUCKET: 'theses' })).toEqual([
      'S3_ACCESS_KEY_ID must be set when STORAGE_DRIVER is s3.',
      'S3_SECRET_ACCESS_KEY must be set when STORAGE_DRIVER is s3.',
    ]);
  });
});

describe('in production', () => {
  const production = {
    ...services,
    NODE_ENV: 'production',
    PUBLIC_URL: 'https://theses.example.org',
    SMTP_URL: 'smtps://mail.example.org',
    JWT_SECRET: 'q8Vw2nLz7RtYb4XcKm9HsDf3GjPe6AuT',
    BACKUP_EVERY_MIN: '4',
    BACKUP_KEY: `AGE-SECRET-KEY-1${'Q'.repeat(58)}`,
  };

  it('starts on a complete configuration, with limits on', () => {
    const { limits } = loadConfiguration({ ...production, RATE_LIMIT_DISABLED: 'true' });
    expect(limits.disabled).toBe(false);
  });

  it('lists missing services and weak settings together', () => {
    expect(problemsOf({ NODE_ENV: 'production', JWT_SECRET: 'short', CORS_ORIGINS: '*' })).toEqual([
      'DATABASE_URL must be set.',
      'REDIS_URL must be set.',
      expect.stringMatching(/^JWT_SECRET must have 32/),
      expect.stringMatching(/^CORS_ORIGINS must list origins/),
    ]);
  });

  it('warns of links and mails that reach nobody', () => {
    const { warnings } = loadConfiguration({ ...production, PUBLIC_URL: '', SMTP_URL: '' });
    expect(warnings).toEqual([
      expect.stringMatching(/^PUBLIC_URL is not set/),
      expect.stringMatching(/^SMTP_URL is not set/),
    ]);
    const alone = loadConfiguration({ ...production, BACKUP_EVERY_MIN: '' });
    expect(alone.warnings).toEqual([expect.stringMatching(/^BACKUP_EVERY_MIN is not set/)]);
    const open = loadConfiguration({ ...production, PUBLIC_URL: 'http://theses.example.org' });
    expect(open.warnings).toEqual([expect.stringMatching(/^PUBLIC_URL is not https/)]);
    expect(loadConfiguration(production).warnings).toEqual([]);
  });

  it.each([
    [{ BACKUP_KEY: '' }, /^BACKUP_KEY must be set with BACKUP_EVERY_MIN/],
    [{ BACKUP_KEY: 'a secret', BACKUP_EVERY_MIN: '' }, /^BACKUP_KEY: Must be an age identity/],
    [{ BACKUP_S3_BUCKET: 'b', BACKUP_S3_ACCESS_KEY_ID: 'a' }, /^BACKUP_S3_SECRET_ACCESS_KEY must/],
    [{ JWT_SECRET: '' }, /^JWT_SECRET must have 32/],
    [{ JWT_SECRET: 'short' }, /^JWT_SECRET must have 32/],
    [{ JWT_SECRET: 'change-me-change-me-change-me-change-me' }, /^JWT_SECRET is guessable/],
    [{ JWT_SECRET: 'a'.repeat(40) }, /^JWT_SECRET is guessable/],
    [{ JWT_SECRET_PREVIOUS: 'short' }, /^JWT_SECRET_PREVIOUS must have 32/],
    [{ CORS_ORIGINS: '*' }, /^CORS_ORIGINS must list origins/],
    [{ STRIPE_SECRET_KEY: 'sk_live_x' }, /^STRIPE_WEBHOOK_SECRET must be set/],
    [{ STRIPE_API_BASE: 'http://stripe.example.org' }, /^STRIPE_API_BASE must be https/],
  ])('refuses %j', (weak, problem) => {
    expect(problemsOf({ ...production, ...weak })).toEqual([expect.stringMatching(problem)]);
  });
});
