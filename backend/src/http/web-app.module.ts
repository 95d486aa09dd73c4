import { join } from 'node:path';
import { ServeStaticModule } from '@nestjs/serve-static';
import type { ServerResponse } from 'node:http';

const YEAR = 31_536_000;
/** The build puts a content hash into the names of what may be cached for good. */
const HASHED = /-[\w-]{8}\.(?:js|css|woff2?)$/;

export const isKeptForGood = (file: string): boolean => HASHED.test(file);

function cacheHeaders(response: ServerResponse, file: string): void {
  const policy = isKeptForGood(file) ? `public, max-age=${String(YEAR)}, immutable` : 'no-cache';
  response.setHeader('Cache-Control', policy);
}

/** Serves the built web app; every path that is not the API's is the app's to route. */
export const WebAppModule = ServeStaticModule.forRoot({
  rootPath: join(__dirname, '..', '..', 'frontend', 'browser'),
  exclude: ['/api/{*path}', '/health/{*path}', '/metrics'],
  serveStaticOptions: { setHeaders: cacheHeaders, fallthrough: true, redirect: false },
});
