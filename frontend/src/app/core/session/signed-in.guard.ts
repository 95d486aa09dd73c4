import { inject } from '@angular/core';
import { type CanActivateFn, Router } from '@angular/router';
import { Session } from './session';

/** Lets the signed-in through; others sign in first and come back to where they wanted to go. */
export const signedInGuard: CanActivateFn = async (_route, { url }) => {
  const session = inject(Session);
  const router = inject(Router);
  if (session.state() === 'signed-in') return true;
  const problem = session.state() === 'unknown' ? await session.renew() : null;
  if (problem !== null) {
    const queryParams = { returnUrl: url, code: problem.code };
    return router.createUrlTree(['/unavailable'], { queryParams });
  }
  if (session.token() !== null) return true;
  return router.createUrlTree(['/sign-in'], { queryParams: { returnUrl: url } });
};

/** The sign-in page is of no use to who is signed in. */
export const signedOutGuard: CanActivateFn = async () => {
  const session = inject(Session);
  const router = inject(Router);
  if (session.state() === 'unknown' && session.wasSignedIn()) await session.renew();
  return session.token() === null ? true : router.createUrlTree(['/documents']);
};
