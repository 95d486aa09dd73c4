import type { IncomingMessage, ServerResponse } from 'node:http';
import { LoggerModule } from 'nestjs-pino';
import { CONFIGURATION, type Configuration } from '../config';
import { currentOrigin } from '../tracing';
import { loggedPath } from './logged-path';
import { loggedError, redact } from './redact';
import { requestId } from './request-id';

type Level = 'error' | 'warn' | 'info' | 'debug';

/** Refusals that may be an attempt at something. */
const WORTH_A_LOOK = [401, 403, 421, 429];

function levelOf(request: IncomingMessage, response: ServerResponse): Level {
  if (response.statusCode >= 500) return 'error';
  if (WORTH_A_LOOK.includes(response.statusCode)) return 'warn';
  // Probes come every few seconds and say nothing while they succeed
  return request.url?.startsWith('/health') ? 'debug' : 'info';
}

/** Who called, as an id, and the code of the problem that was answered. */
function outcome(request: IncomingMessage, response: ServerResponse): object {
  const { user } = request as { user?: { userId?: string } };
  const { locals } = response as { locals?: { code?: string } };
  return {
    ...(user?.userId !== undefined && { userId: user.userId }),
    ...(locals?.code !== undefined && { code: locals.code }),
  };
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
 * Structured logs by allow-list: of a request its id, method, path and caller, of an answer its
 * status and code, of an error its type, code, redacted message and places. Nothing else is ever
 * serialised.
 */
export const LoggingModule = LoggerModule.forRootAsync({
  inject: [CONFIGURATION],
  useFactory: ({ logLevel }: Configuration) => ({
    pinoHttp: {
      level: logLevel,
      mixin: () => ({ ...currentOrigin() }),
      genReqId: requestId,
      customLogLevel: levelOf,
      customProps: outcome,
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
