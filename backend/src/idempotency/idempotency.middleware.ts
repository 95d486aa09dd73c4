import { Injectable, Logger, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { AuthService, bearerToken } from '../auth';
import { ProblemException } from '../common';
import { RequestFlood } from '../rate-limit';
import { answerOf, repeatAnswer } from './answer';
import { IdempotencyRepository } from './idempotency.repository';
import { requestFingerprint } from './request-fingerprint';

/** 1 to 255 printable ASCII characters. */
const KEY = /^[\x20-\x7e]{1,255}$/;

interface Claim {
  userId: string;
  key: string;
}

/**
 * `Idempotency-Key` on signed-in POSTs: a repetition gets the first answer again instead of a
 * second effect. A request that failed releases its key, so that it can be tried again.
 *
 * A middleware and no interceptor: an interceptor for all routes would cost each request without a
 * key 10 µs in Nest's pipeline (measured).
 */
@Injectable()
export class IdempotencyMiddleware implements NestMiddleware {
  private readonly logger = new Logger(IdempotencyMiddleware.name);

  constructor(
    private readonly keys: IdempotencyRepository,
    private readonly auth: AuthService,
    private readonly flood: RequestFlood,
  ) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    const key = request.headers['idempotency-key'];
    const userId = key === undefined ? undefined : await this.userOf(request);
    if (key === undefined || userId === undefined) {
      next();
      return;
    }
    const claim = { userId, key: checkedKey(key) };
    const fingerprint = requestFingerprint(request);
    const holder = await this.keys.claim(userId, claim.key, fingerprint);
    if (holder === undefined) {
      this.settleOnAnswer(claim, response);
      next();
      return;
    }
    // the guard that counts requests is never reached by a repetition
    this.flood.count(userId);
    repeatAnswer(holder, fingerprint, response);
  }

  /** The signed-in caller; to refuse anyone else is for the guards. */
  private async userOf(request: Request): Promise<string | undefined> {
    const token = bearerToken(request);
    if (token === undefined) return undefined;
    try {
      return (await this.auth.authenticate(token)).userId;
    } catch (error) {
      if (error instanceof ProblemException) return undefined;
      throw error;
    }
  }

  /** The answer is kept before it leaves, so that who has seen it can rely on the repetition. */
  private settleOnAnswer(claim: Claim, response: Response): void {
    const send = response.send.bind(response);
    let settled = false;
    response.send = (body?: unknown) => {
      // Express comes here again when it has turned an object into JSON
      if (settled || (typeof body === 'object' && body !== null && !Buffer.isBuffer(body))) {
        return send(body);
      }
      settled = true;
      void this.settle(claim, response, body).finally(() => send(body));
      return response;
    };
    // what was streamed past `send` cannot be repeated
    response.once('finish', () => {
      if (!settled) void this.settle(claim, response, undefined, false);
    });
  }

  private async settle(
    { userId, key }: Claim,
    response: Response,
    body: unknown,
    repeatable = response.statusCode < 400 && !Buffer.isBuffer(body),
  ): Promise<void> {
    try {
      if (!repeatable) await this.keys.release(userId, key);
      else await this.keys.complete(userId, key, response.statusCode, answerOf(response, body));
    } catch (error) {
      // the request itself is done; its key is freed when its time has passed
      this.logger.error(error);
    }
  }
}

function checkedKey(key: string | string[]): string {
  if (typeof key === 'string' && KEY.test(key)) return key;
  const detail = 'Idempotency-Key must have 1 to 255 printable ASCII characters.';
  throw new ProblemException('VALIDATION_FAILED', detail);
}
