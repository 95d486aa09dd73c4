import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import { CONFIGURATION, type Configuration } from '../config';
import { requestId } from './request-id';
import { loggedError, redact } from './redact';

const path = (url: string | undefined) => (url ?? '').split('?', 1)[0];

type Level = 'error' | 'warn' | 'info' | 'debug';

function levelOf(request: IncomingMessage, response: ServerResponse): Level {
  if (response.statusCode >= 500) return 'error';
  // Probes come every few seconds and say nothing while they succeed
  return request.url?.startsWith('/health') ? 'debug' : 'info';
}

/**
 * Structured logs by allow-list: of a request its id, method and path, of an answer its status, of
 * an error its type, code, redacted message and places. Nothing else is ever serialised.
 */
export const LoggingModule = LoggerModule.forRootAsync({
  inject: [CONFIGURATION],
  useFactory: ({ logLevel }: Configuration) => ({
    pinoHttp: {
      level: logLevel,
      genReqId: requestId,
      customLogLevel: levelOf,
      serializers: {
        req: ({ id, method, url }: { id: string; method: string; url: string }) => ({
          id,
          method,
          path: path(url),
        }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        err: (error: unknown) => loggedError(error),
      },
      wrapSerializers: false,
      hooks: {
        logMethod(args, method) {
          const clean = args.map((value: unknown) =>
            typeof value === 'string' ? redact(value) : value,
          );
          method.apply(this, clean as typeof args);
        },
      },
    },
  }),
});
