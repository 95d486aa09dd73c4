import { Inject, Injectable } from '@nestjs/common';
import { deriveKeys, keyedDigest, type KeyRing } from '../../common';
import { CONFIGURATION, type Configuration } from '../../config';

/**
 * Digests of codes. Eight characters could be searched through from a stolen table, so the digest
 * is keyed with what the table does not hold, and bound to the address.
 */
@Injectable()
export class SignInCodes {
  private readonly keys: KeyRing<Buffer>;

  constructor(@Inject(CONFIGURATION) { auth }: Configuration) {
    this.keys = deriveKeys(auth.jwtSecrets, 'tesigo sign-in code');
  }

  /** How a new code is kept. */
  digest(email: string, code: string): Buffer {
    return keyedDigest(this.keys[0], `${email} ${code}`);
  }

  /** How a code may have been kept, also by an earlier key. */
  digests(email: string, code: string): Buffer[] {
    return this.keys.map((key) => keyedDigest(key, `${email} ${code}`));
  }
}
