import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  Logger,
  type NestInterceptor,
  StreamableFile,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { catchError, concatMap, from, type Observable, of } from 'rxjs';
import { type Principal, ProblemException } from '../common';
import { IdempotencyRepository, type KeyHolder } from './idempotency.repository';
import { requestFingerprint } from './request-fingerprint';

/** 1 to 255 printable ASCII characters. */
const KEY = /^[\x20-\x7e]{1,255}$/;

/** Headers that belong to the answer's meaning. */
const REPEATED_HEADERS = ['etag', 'location'];

type SignedInRequest = Request & { user?: Principal };

interface Claim {
  userId: string;
  key: string;
}

/**
 * `Idempotency-Key` on signed-in POSTs: a repetition gets the first answer again instead of a
 * second effect. A request that failed releases its key, so that it can be tried again.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  private readonly logger = new Logger(IdempotencyInterceptor.name);

  constructor(private readonly keys: IdempotencyRepository) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    if (context.getType() !== 'http') return next.handle();
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const key = request.headers['idempotency-key'];
    if (key === undefined || request.method !== 'POST' || request.user === undefined) {
      return next.handle();
    }
    const claim = { userId: request.user.userId, key: checkedKey(key) };
    const response = context.switchToHttp().getResponse<Response>();
    const hash = requestFingerprint(request);
    return from(this.keys.claim(claim.userId, claim.key, hash)).pipe(
      concatMap((holder) =>
        holder === undefined ? this.run(claim, response, next) : of(repeat(holder, hash, response)),
      ),
    );
  }

  private run(claim: Claim, response: Response, next: CallHandler): Observable<unknown> {
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        await this.settle(() => this.keys.release(claim.userId, claim.key));
        throw error;
      }),
      concatMap(async (body: unknown) => {
        await this.settle(() => this.store(claim, response, body));
        return body;
      }),
    );
  }

  private async store({ userId, key }: Claim, response: Response, body: unknown): Promise<void> {
    const repeatable = !(body instanceof StreamableFile) && response.statusCode < 500;
    if (!repeatable) return this.keys.release(userId, key);
    const headers = Object.fromEntries(
      REPEATED_HEADERS.flatMap((name) => {
        const value = response.getHeader(name);
        return value === undefined ? [] : [[name, String(value)]];
      }),
    );
    await this.keys.complete(userId, key, response.statusCode, { body, headers });
  }

  /** The request itself is done; a key that cannot be settled is freed when its time has passed. */
  private async settle(work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.logger.error(error);
    }
  }
}

function checkedKey(key: string | string[]): string {
  if (typeof key === 'string' && KEY.test(key)) return key;
  const detail = 'Idempotency-Key must have 1 to 255 printable ASCII characters.';
  throw new ProblemException('VALIDATION_FAILED', detail);
}

function repeat(holder: KeyHolder, hash: Buffer, response: Response): unknown {
  if (!holder.requestHash.equals(hash)) {
    const detail = 'This Idempotency-Key was used for another request. Take a new one.';
    throw new ProblemException('IDEMPOTENCY_KEY_REUSED', detail);
  }
  if (holder.status === null || holder.answer === null) {
    const detail = 'The first request with this Idempotency-Key is still running.';
    throw new ProblemException('REQUEST_IN_PROGRESS', detail, { retryAfter: 1 });
  }
  response.status(holder.status).set(holder.answer.headers);
  return holder.answer.body;
}
