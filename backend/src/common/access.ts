import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { Request } from 'express';

export type AccessRule = 'public' | 'signed-in' | 'admin';

export const ACCESS_RULE = 'access-rule';

/** Anyone may call it; the route checks what it needs (a signature, a one-time token) itself. */
export const Public = () => SetMetadata<string, AccessRule>(ACCESS_RULE, 'public');

/** Needs a valid access token; ownership is checked in the query. */
export const SignedIn = () => SetMetadata<string, AccessRule>(ACCESS_RULE, 'signed-in');

/** Needs the admin role, as the database has it now. */
export const AdminOnly = () => SetMetadata<string, AccessRule>(ACCESS_RULE, 'admin');

/** Who is calling, as established by the access guard. */
export interface Principal {
  userId: string;
  sessionId: string;
  role: 'student' | 'admin';
}

/** The {@link Principal} of a route that is not public. */
export const CurrentUser = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { user } = context.switchToHttp().getRequest<Request & { user?: Principal }>();
  if (user === undefined) throw new Error('CurrentUser on a route without an access guard');
  return user;
});
