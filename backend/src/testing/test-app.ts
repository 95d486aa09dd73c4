import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module, type ModuleMetadata } from '@nestjs/common';
import { APP_FILTER, NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { AuthModule } from '../auth';
import { type Configuration, loadConfiguration } from '../config';
import { CoreModule } from '../core.module';
import { configureHttp, HttpServerAdapter } from '../http';
import { IdempotencyModule } from '../idempotency';
import { RateLimitModule } from '../rate-limit';
import { TellingFilter } from './telling-filter';
import { type TestDatabase, testDatabase } from './test-database';
import { testRedisUrl } from './test-redis';

export interface TestApp {
  app: NestExpressApplication;
  server: Server;
  config: Configuration;
  database: TestDatabase;
  redisUrl: string;
  close(): Promise<void>;
}

interface TestAppOptions {
  /** What the suite is about, beside the wall in front of every route. */
  features?: Pick<ModuleMetadata, 'imports' | 'controllers' | 'providers'>;
  environment?: Record<string, string>;
  /** Another replica of this one, on the same stores. */
  replicaOf?: TestApp;
  /** Another way to the test Redis than the straight one. */
  redisServer?: string;
}

function environmentOf(databaseUrl: string, redisUrl: string, dataDir: string) {
  return {
    DATABASE_URL: databaseUrl,
    REDIS_URL: redisUrl,
    TESIGO_DATA_DIR: dataDir,
    JWT_SECRET: 'a test key, forty characters long, no less',
    NODE_ENV: 'test',
    LOG_LEVEL: 'silent',
    // no suite asks the public services; one that needs providers brings its own
    SOURCE_PROVIDERS: '',
  };
}

async function listen(config: Configuration, features: ModuleMetadata) {
  @Module({
    imports: [
      CoreModule.forRoot(config),
      AuthModule,
      RateLimitModule,
      IdempotencyModule,
      ...(features.imports ?? []),
    ],
    controllers: features.controllers ?? [],
    providers: [{ provide: APP_FILTER, useClass: TellingFilter }, ...(features.providers ?? [])],
  })
  class TestAppModule {}

  const app = await NestFactory.create<NestExpressApplication>(
    TestAppModule,
    new HttpServerAdapter(),
    { bodyParser: false, logger: false, abortOnError: false },
  );
  configureHttp(app);
  try {
    await app.listen(0, '127.0.0.1');
  } catch (error) {
    await app.close();
    throw error;
  }
  return app;
}

/**
 * The product's HTTP wall (guards, limits, problems) with a suite's own controllers behind it, on
 * a database and a Redis key space of its own.
 */
export async function testApp(options: TestAppOptions = {}): Promise<TestApp> {
  const { features = {}, environment = {}, replicaOf, redisServer = testRedisUrl() } = options;
  const database = replicaOf?.database ?? (await testDatabase());
  const prefix = `test:${randomBytes(6).toString('hex')}:`;
  const redisUrl = replicaOf?.redisUrl ?? `${redisServer}?keyPrefix=${prefix}`;
  const dataDir = replicaOf?.config.dataDir ?? mkdtempSync(join(tmpdir(), 'tesigo-test-'));
  const config = loadConfiguration({
    ...environmentOf(database.servingUrl, redisUrl, dataDir),
    ...environment,
  });
  const app = await listen(config, features);
  return {
    app,
    server: app.getHttpServer() as Server,
    config,
    database,
    redisUrl,
    close: async () => {
      await app.close();
      if (replicaOf !== undefined) return;
      await database.drop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
