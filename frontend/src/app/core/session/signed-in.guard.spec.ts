import { HttpTestingController } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { provideTestApi } from '../../../testing/providers';
import { settled } from '../../../testing/settled';
import { signedInGuard, signedOutGuard } from './signed-in.guard';

@Component({ template: '' })
class Page {}

const REFRESH = '/api/v1/auth/refresh';
const grant = { accessToken: 'token', tokenType: 'Bearer', expiresIn: 900 };

describe('guards of the session', () => {
  let router: Router;
  let http: HttpTestingController;

  beforeEach(() => {
    localStorage.clear();
    const routes = [
      { path: 'documents', canActivate: [signedInGuard], component: Page },
      { path: 'sign-in', canActivate: [signedOutGuard], component: Page },
      { path: 'unavailable', component: Page },
    ];
    TestBed.configureTestingModule({ providers: [provideTestApi(), provideRouter(routes)] });
    router = TestBed.inject(Router);
    http = TestBed.inject(HttpTestingController);
  });

  it('let in who holds the refresh cookie', async () => {
    const navigation = router.navigateByUrl('/documents');
    await settled();
    http.expectOne(REFRESH).flush(grant);
    await navigation;
    expect(router.url).toBe('/documents');
  });

  it('send the others to sign in, and remember where they wanted to go', async () => {
    const navigation = router.navigateByUrl('/documents?page=2');
    await settled();
    http.expectOne(REFRESH).flush(null, { status: 401, statusText: 'Unauthorized' });
    await navigation;
    expect(router.url).toBe('/sign-in?returnUrl=%2Fdocuments%3Fpage%3D2');
  });

  it('do not mistake a broken connection for a sign-out', async () => {
    const navigation = router.navigateByUrl('/documents');
    await settled();
    http.expectOne(REFRESH).error(new ProgressEvent('error'));
    await navigation;
    expect(router.url).toBe('/unavailable?returnUrl=%2Fdocuments&code=OFFLINE');
  });

  it('ask the API nothing for a newcomer at the sign-in page', async () => {
    await router.navigateByUrl('/sign-in');
    http.expectNone(REFRESH);
    expect(router.url).toBe('/sign-in');
  });
});
