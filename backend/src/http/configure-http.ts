import type { INestApplication } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import { speakPlainly, validationPipe } from '../common';
import { CONFIGURATION, type Configuration } from '../config';
import { assignRequestId, logRefused } from '../logging';
import { boundedBody } from './bounded-body';
import { compressedPages } from './compressed-pages';
import { hostCheck } from './host-check';
import { measureRequests } from './http-metrics';
import { serveOpenApi } from './openapi';
import { PathPatternWsAdapter } from './path-pattern-ws.adapter';
import { securityHeaders } from './security-headers';
import { shallowBody } from './shallow-body';
import { traceRequests } from './trace-requests';
import { webAppFiles } from './web-app-files';

/** A section of 300,000 characters, escaped, and room for its envelope. */
const BODY_LIMIT = 2 * 1024 * 1024;

const WEBHOOK = '/api/v1/payment/webhook';

/** Several times of what the largest events of payments have. */
const WEBHOOK_LIMIT = 256 * 1024;

/** Everything is below `/api/v1` but what probes ask. */
export function setRoutePrefix(app: INestApplication): void {
  app.setGlobalPrefix('api/v1', { exclude: ['health/live', 'health/ready', 'health/startup'] });
}

/** Everything in front of the routes. One place, so that tests run behind the same wall. */
export function configureHttp(app: NestExpressApplication): void {
  const config = app.get<Configuration>(CONFIGURATION);
  const { http } = config;
  app.set('trust proxy', http.trustedProxies.length > 0 ? [...http.trustedProxies] : false);
  app.set('query parser', 'simple');
  app.disable('x-powered-by');
  app.set('etag', false);
  app.use(measureRequests);
  app.use(assignRequestId);
  app.use(traceRequests);
  app.use(logRefused);
  app.use(securityHeaders(http.secure, config.stripe?.publishableKey !== undefined));
  app.use(hostCheck(config));
  app.use(compressedPages);
  app.use(webAppFiles());
  app.use(cookieParser());
  // its signature covers every byte as it came
  app.useBodyParser('raw', { type: ({ url }) => url === WEBHOOK, limit: WEBHOOK_LIMIT });
  // the parser has to follow at once on what counts its input
  app.use(boundedBody(BODY_LIMIT));
  app.useBodyParser('json', { limit: BODY_LIMIT });
  app.use(shallowBody);
  app.enableCors({
    origin: [...http.corsOrigins],
    credentials: true,
    exposedHeaders: [
      'ETag',
      'RateLimit',
      'RateLimit-Policy',
      'Retry-After',
      'X-Request-Id',
      'Location',
    ],
    maxAge: 600,
  });
  setRoutePrefix(app);
  speakPlainly();
  app.useGlobalPipes(validationPipe());
  app.useWebSocketAdapter(new PathPatternWsAdapter(app));
  app.enableShutdownHooks();
  serveOpenApi(app);
}
