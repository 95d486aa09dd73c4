import { HttpContext, HttpContextToken } from '@angular/common/http';
import { v7 } from 'uuid';

/** Told how much of an upload has gone out, 0 to 100. */
export const ON_UPLOAD = new HttpContextToken<((percent: number) => void) | null>(() => null);

/** Aborts the request; it then ends without an answer. */
export const ABORTED_BY = new HttpContextToken<AbortSignal | null>(() => null);

/** The key under which a repeated request counts as the same one. */
export const IDEMPOTENCY_KEY = new HttpContextToken<string | null>(() => null);

export const uploading = (
  onUpload: (percent: number) => void,
  abortedBy: AbortSignal | null = null,
): HttpContext => new HttpContext().set(ON_UPLOAD, onUpload).set(ABORTED_BY, abortedBy);

/** For a request that creates something: sent twice, it still creates one. */
export const creating = (key: string = v7()): HttpContext =>
  new HttpContext().set(IDEMPOTENCY_KEY, key);
