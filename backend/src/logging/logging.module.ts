import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import { CONFIGURATION, type Configuration } from '../config';
import { loggedPath } from './logged-path';
import { loggedError, redact } from './redact';
import { requestId } from './request-id';

type Level = 'error' | 'warn' | 'info' | 'debug';

function levelOf(request: IncomingMessage, response: ServerResponse): Level {
  if (response.statusCode >= 500) return 'error';
  // Probes come every few seconds and say nothing while they succeed
  return request.url?.startsWith('/health') ? 'debug' : 'info';
}

const clean = (value: unknown) => (typeof value === 'string' ? redact(value) : value);

/** What is to be logged. Of an error without words of ours pino would repeat the message as it is. */
function cleaned([first, ...rest]: readonly unknown[]): unknown[] {
  const { err = first } = (first ?? {}) as { err?: unknown };
  const wordless = rest.every((value) => value === undefined);
  if (wordless && err instanceof Error) return [first, loggedError(err).message];
  return [first, ...rest].map(clean);
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
          path: loggedPath(url),
        }),
        res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
        err: (error: unknown) => loggedError(error),
      },
      wrapSerializers: false,
      hooks: {
        logMethod(args, method) {
          method.apply(this, cleaned(args) as typeof args);
        },
      },
    },
  }),
});
