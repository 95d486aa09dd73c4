import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  InjectThrottlerOptions,
  InjectThrottlerStorage,
  ThrottlerGuard,
  type ThrottlerModuleOptions,
  type ThrottlerRequest,
  type ThrottlerStorage,
} from '@nestjs/throttler';
import type { Request, Response } from 'express';
import type { Principal } from '../common';
import { clientAddress } from './client-address';
import { RATE_LIMIT, type RateLimitName, UNCOUNTED } from './rate-limit.decorator';
import { RateLimiter } from './rate-limiter';
import { RequestFlood } from './request-flood';

type MaybeSignedIn = Request & { user?: Principal };

/** Whom limits count: the user, or the address of a client that is not signed in. */
const subjectOf = (request: MaybeSignedIn) => request.user?.userId ?? clientAddress(request);

/** Has to stand behind the access guard, which establishes the user. */
@Injectable()
export class RateLimitGuard extends ThrottlerGuard {
  constructor(
    @InjectThrottlerOptions() options: ThrottlerModuleOptions,
    @InjectThrottlerStorage() storage: ThrottlerStorage,
    reflector: Reflector,
    private readonly limiter: RateLimiter,
    private readonly flood: RequestFlood,
  ) {
    super(options, storage, reflector);
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    // a gateway bounds the messages of a connection itself
    if (context.getType() !== 'http') return true;
    if (Reflect.hasMetadata(UNCOUNTED, context.getClass())) return true;
    this.flood.count(subjectOf(context.switchToHttp().getRequest<MaybeSignedIn>()));
    // most routes carry no named limit; theirs is not worth a walk through all of them
    return !Reflect.hasMetadata(RATE_LIMIT, context.getHandler()) || super.canActivate(context);
  }

  /** Called for the one throttler that the route names; the others are skipped by `skipIf`. */
  protected override async handleRequest(props: ThrottlerRequest): Promise<boolean> {
    const http = props.context.switchToHttp();
    const subject = subjectOf(http.getRequest<MaybeSignedIn>());
    const name = props.throttler.name as RateLimitName;
    await this.limiter.consume(http.getResponse<Response>(), name, subject);
    return true;
  }
}
