import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { parse, stringify } from 'uuid';
import { notFound, ProblemException } from '../common';
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
  private readonly key: Buffer;
  private readonly baseUrl: string;

  constructor(@Inject(CONFIGURATION) { auth, http }: Configuration) {
    this.key = Buffer.from(hkdfSync('sha256', auth.jwtSecret, '', 'tesigo download link', 32));
    this.baseUrl = `${http.publicUrl}/api/v1/downloads`;
  }

  sign(exportId: string, now = Date.now()): { url: string; expiresAt: Date } {
    const expiry = Math.floor(now / 1000) + VALID_SECONDS;
    const signed = Buffer.alloc(SIGNED_BYTES);
    signed.set(parse(exportId));
    signed.writeUInt32BE(expiry, ID_BYTES);
    const token = Buffer.concat([signed, this.signatureOf(signed)]).toString('base64url');
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
    if (!timingSafeEqual(this.signatureOf(signed), bytes.subarray(SIGNED_BYTES))) throw notFound();
    const expired = signed.readUInt32BE(ID_BYTES) * 1000 <= now;
    if (expired) throw new ProblemException('LINK_EXPIRED', EXPIRED);
    return stringify(signed.subarray(0, ID_BYTES));
  }

  private signatureOf(signed: Buffer): Buffer {
    return createHmac('sha256', this.key).update(signed).digest();
  }
}
