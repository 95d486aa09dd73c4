import { type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { Request, Response } from 'express';
import { ACCESS_RULE, type AccessRule, type Principal, ProblemException } from '../../common';
import { clientAddress, RequestFlood } from '../../rate-limit';
import { unauthenticated } from './access-tokens';
import { bearerToken } from './bearer-token';
import { PrincipalCache } from './principal-cache';

/**
 * In front of every route: lets in whom the route's access rule names. A token seen moments ago is
 * answered from the cache; admin routes always ask the database.
 */
@Injectable()
export class AccessGuard extends AuthGuard('jwt') {
  constructor(
    private readonly reflector: Reflector,
    private readonly cache: PrincipalCache,
    private readonly flood: RequestFlood,
  ) {
    super();
  }

  override canActivate(context: ExecutionContext): boolean | Promise<boolean> {
    // a gateway authenticates each connection itself, by its first message
    if (context.getType() !== 'http') return true;
    const targets = [context.getHandler(), context.getClass()];
    const rule = this.reflector.getAllAndOverride<AccessRule | undefined>(ACCESS_RULE, targets);
    if (rule === 'public') return true;
    const request = context.switchToHttp().getRequest<Request & { user?: Principal }>();
    if (rule !== 'signed-in') return this.authenticate(context, rule);
    const principal = this.cache.get(bearerToken(request) ?? '');
    if (principal === undefined) return this.authenticate(context, rule);
    request.user = principal;
    return true;
  }

  override handleRequest<User = Principal>(
    error: unknown,
    user: User | false,
    info: unknown,
  ): User {
    if (error) throw error;
    if (user === false) throw unauthenticated(info);
    return user;
  }

  private async authenticate(context: ExecutionContext, rule?: AccessRule): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<Request & { user?: Principal }>();
    try {
      await super.canActivate(context);
    } catch (error) {
      // the limit on requests stands behind this guard and would never see those it refuses
      this.flood.count(clientAddress(request));
      http.getResponse<Response>().setHeader('WWW-Authenticate', 'Bearer');
      throw error;
    }
    if (rule === 'signed-in') return true;
    if (rule === 'admin' && request.user?.role === 'admin') return true;
    throw new ProblemException('FORBIDDEN', 'Only administrators may do this.');
  }
}
