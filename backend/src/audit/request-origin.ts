import type { Request } from 'express';
import { clientAddress } from '../rate-limit';

/** Where an event comes from, to be found again in the logs. */
export interface RequestOrigin {
  address: string;
  requestId: string;
}

/** Null where it is not to be known: nothing of who leaves stays. */
export type RecordedOrigin = { [Part in keyof RequestOrigin]: RequestOrigin[Part] | null };

export const originOf = (request: Request): RequestOrigin => ({
  address: clientAddress(request),
  requestId: String(request.id),
});
