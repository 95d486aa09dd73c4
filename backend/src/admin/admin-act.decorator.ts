import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { originOf } from '../audit';
import type { AdminAct } from '../auth';
import type { Principal } from '../common';

/** Who acts, and from where, for the audit trail. */
export const CurrentAct = createParamDecorator(
  (_: unknown, context: ExecutionContext): AdminAct => {
    const request = context.switchToHttp().getRequest<Request & { user: Principal }>();
    return { adminId: request.user.userId, origin: originOf(request) };
  },
);
