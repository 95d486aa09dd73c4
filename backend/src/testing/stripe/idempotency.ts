import { ApiError } from './api-error';

export interface Reply {
  status: number;
  body: object;
}

interface Kept {
  request: string;
  reply: Reply;
}

/**
 * The first answer to a key is the answer to it, errors of the server among them; with other
 * parameters the key is refused.
 */
export class IdempotencyKeys {
  private readonly kept = new Map<string, Kept>();

  once(key: string | undefined, request: string, act: () => Reply): Reply & { replayed: boolean } {
    if (key === undefined) return { ...act(), replayed: false };
    const known = this.kept.get(key);
    if (known !== undefined && known.request !== request) {
      const message = 'Keys for idempotent requests can only be used with the same parameters.';
      throw new ApiError(400, 'idempotency_error', message);
    }
    if (known !== undefined) return { ...known.reply, replayed: true };
    const reply = act();
    // as it was then, whatever becomes of the object
    this.kept.set(key, { request, reply: structuredClone(reply) });
    return { ...reply, replayed: false };
  }
}
