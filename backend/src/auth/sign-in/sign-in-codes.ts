import { Inject, Injectable } from '@nestjs/common';
import { CONFIGURATION, type Configuration } from '../../config';
import { deriveKey, keyedDigest } from '../secrets';

/**
 * Digests of codes. Eight characters could be searched through from a stolen table, so the digest
 * is keyed with what the table does not hold, and bound to the address.
 */
@Injectable()
export class SignInCodes {
  private readonly key: Buffer;

  constructor(@Inject(CONFIGURATION) { auth }: Configuration) {
    this.key = deriveKey(auth.jwtSecret, 'sign-in code');
  }

  digest(email: string, code: string): Buffer {
    return keyedDigest(this.key, `${email} ${code}`);
  }
}
