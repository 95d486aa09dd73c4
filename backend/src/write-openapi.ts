import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module';
import { loadConfiguration } from './config';
import { openApiDocument, setRoutePrefix } from './http';

/** Any addresses do: nothing connects when only the routes are looked at. */
const ENVIRONMENT = {
  DATABASE_URL: 'postgres://localhost/none',
  REDIS_URL: 'redis://localhost',
  JWT_SECRET: 'not used',
};

/** Writes the OpenAPI document of the routes to a file, without database or Redis. */
async function writeOpenApi(file: string): Promise<void> {
  const module = AppModule.forRoot(loadConfiguration(ENVIRONMENT));
  const app = await NestFactory.create(module, { preview: true, logger: false });
  setRoutePrefix(app);
  writeFileSync(file, `${JSON.stringify(openApiDocument(app), null, 2)}\n`);
}

void writeOpenApi(process.argv[2] ?? 'backend/openapi.json');
