import { timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { parse, stringify } from 'uuid';
import { deriveKeys, keyedDigest, type KeyRing, notFound, ProblemException } from '../common';
import { CONFIGURATION, type Configuration } from '../config';

const VALID_SECONDS = 3600;
const ID_BYTES = 16;
const EXPIRY_BYTES = 4;
const SIGNED_BYTES = ID_BYTES + EXPIRY_BYTES;
const SIGNATURE_BYTES = 32;
const TOKEN = /^[\w-]{70}$/;

const EXPIRED = 'This link has expired. Export the document again to get a new one.';

/**
 * Links that work by themselves for an hour: the export's id and the second of expiry, signed by
 * HMAC-SHA-256 with a key of its own derived from the configured secret (RFC 5869).
 */
@Injectable()
export class DownloadLinks {
  private readonly keys: KeyRing<Buffer>;
  private readonly baseUrl: string;

  constructor(@Inject(CONFIGURATION) { auth, http }: Configuration) {
    this.keys = deriveKeys(auth.jwtSecrets, 'tesigo download link');
    this.baseUrl = `${http.publicUrl}/api/v1/downloads`;
  }

  sign(exportId: string, now = Date.now()): { url: string; expiresAt: Date } {
    const expiry = Math.floor(now / 1000) + VALID_SECONDS;
    const signed = Buffer.alloc(SIGNED_BYTES);
    signed.set(parse(exportId));
    signed.writeUInt32BE(expiry, ID_BYTES);
    const token = Buffer.concat([signed, keyedDigest(this.keys[0], signed)]).toString('base64url');
    return { url: `${this.baseUrl}/${token}`, expiresAt: new Date(expiry * 1000) };
  }

  /**
   * The id of the export that a token leads to.
   * @throws ProblemException NOT_FOUND for what was never signed, LINK_EXPIRED
   */
  verify(token: string, now = Date.now()): string {
    if (!TOKEN.test(token)) throw notFound();
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== SIGNED_BYTES + SIGNATURE_BYTES) throw notFound();
    const signed = bytes.subarray(0, SIGNED_BYTES);
    const signature = bytes.subarray(SIGNED_BYTES);
    const isGenuine = this.keys.some((key) => timingSafeEqual(keyedDigest(key, signed), signature));
    if (!isGenuine) throw notFound();
    const expired = signed.readUInt32BE(ID_BYTES) * 1000 <= now;
    if (expired) throw new ProblemException('LINK_EXPIRED', EXPIRED);
    return stringify(signed.subarray(0, ID_BYTES));
  }
}
