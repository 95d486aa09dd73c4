import { normalizeIp } from '@nestjs/throttler';
import type { Request } from 'express';

/**
 * Whom a limit on addresses counts: the peer, or what a trusted proxy says of it (Express's `trust
 * proxy`). An IPv6 client owns its whole /64, so that is one address here.
 */
export function clientAddress(request: Pick<Request, 'ip'>): string {
  return normalizeIp(request.ip ?? 'unknown');
}
