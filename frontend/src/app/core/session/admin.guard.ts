import { inject } from '@angular/core';
import { type CanMatchFn, type GuardResult, Router } from '@angular/router';
import { Session } from './session';

/**
 * For others than admins there is no such page. Of no weight for safety: the server refuses them
 * all the same.
 */
export const adminGuard: CanMatchFn = async (): Promise<GuardResult> => {
  const session = inject(Session);
  const router = inject(Router);
  const navigation = router.currentNavigation();
  const returnUrl = navigation === null ? '/' : router.serializeUrl(navigation.extractedUrl);
  const unavailable = (code: string) =>
    router.createUrlTree(['/unavailable'], { queryParams: { returnUrl, code } });
  const problem = session.state() === 'unknown' ? await session.renew() : null;
  if (problem !== null) return unavailable(problem.code);
  if (session.token() === null) {
    return router.createUrlTree(['/sign-in'], { queryParams: { returnUrl } });
  }
  const user = await session.knownUser();
  return user === null ? unavailable('OFFLINE') : user.role === 'admin';
};
