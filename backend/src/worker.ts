import 'reflect-metadata';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { loadConfiguration } from './config';
import { run } from './process-lifecycle';
import { WorkerModule } from './worker.module';

async function start(): Promise<INestApplicationContext> {
  const module = WorkerModule.forRoot(loadConfiguration());
  const app = await NestFactory.createApplicationContext(module, {
    bufferLogs: true,
    abortOnError: false,
  });
  app.useLogger(app.get(Logger));
  app.enableShutdownHooks();
  return app;
}

run(start);
