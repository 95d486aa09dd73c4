import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module';
import { loadConfiguration } from './config';
import { configureHttp, HttpServerAdapter } from './http';
import { run } from './process-lifecycle';

async function start(): Promise<NestExpressApplication> {
  const configuration = loadConfiguration();
  const app = await NestFactory.create<NestExpressApplication>(
    AppModule.forRoot(configuration),
    new HttpServerAdapter(),
    { bufferLogs: true, abortOnError: false, bodyParser: false },
  );
  const logger = app.get(Logger);
  app.useLogger(logger);
  for (const warning of configuration.warnings) logger.warn(warning);
  configureHttp(app);
  await app.listen(configuration.http.port, configuration.http.host);
  return app;
}

run(start);
