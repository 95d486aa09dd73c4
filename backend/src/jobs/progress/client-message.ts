import type { RawData } from 'ws';
import { z } from 'zod';

const AuthMessage = z.object({
  type: z.literal('auth'),
  accessToken: z.string().min(1).max(8192),
  /** Last event the client has seen. */
  afterSeq: z.int().min(0).default(0),
});

export type AuthMessage = z.infer<typeof AuthMessage>;

/** The only message a client sends; undefined for anything else. */
export function parseClientMessage(data: RawData, isBinary: boolean): AuthMessage | undefined {
  if (isBinary || !Buffer.isBuffer(data)) return undefined;
  try {
    return AuthMessage.safeParse(JSON.parse(data.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
