import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { AuditTrail, originOf } from '../audit';
import type { Principal } from '../common';

/** Records every call of an admin before it is carried out; without the record it is not. */
@Injectable()
export class AdminCallsInterceptor implements NestInterceptor {
  constructor(private readonly audit: AuditTrail) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request & { user: Principal }>();
    const { method, path, user } = request;
    const event = { action: 'admin.called', actorId: user.userId } as const;
    await this.audit.record({ ...event, details: { method, path } }, originOf(request));
    return next.handle();
  }
}
