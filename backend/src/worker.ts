import 'reflect-metadata';
import { setFlagsFromString } from 'node:v8';
import type { INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { loadConfiguration } from './config';
import { run } from './process-lifecycle';
import { WorkerModule } from './worker.module';

// What a document leaves behind is garbage that outlives a scavenge; V8 would let it pile up to
// several times of what is in use before it collects any.
setFlagsFromString('--heap-growing-percent=20');

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
