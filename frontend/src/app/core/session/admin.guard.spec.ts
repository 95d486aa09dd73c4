import { HttpTestingController } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { provideTestApi } from '../../../testing/providers';
import { settled } from '../../../testing/settled';
import { adminGuard } from './admin.guard';

@Component({ template: '' })
class Admin {}

@Component({ template: '' })
class Other {}

const REFRESH = '/api/v1/auth/refresh';
const ME = '/api/v1/auth/me';
const grant = { accessToken: 'token', tokenType: 'Bearer', expiresIn: 900 };

describe('adminGuard', () => {
  let router: Router;
  let http: HttpTestingController;

  beforeEach(() => {
    localStorage.clear();
    const routes = [
      { path: 'admin', canMatch: [adminGuard], children: [{ path: 'users', component: Admin }] },
      { path: 'sign-in', component: Other },
      { path: 'unavailable', component: Other },
      { path: '**', component: Other },
    ];
    TestBed.configureTestingModule({ providers: [provideTestApi(), provideRouter(routes)] });
    router = TestBed.inject(Router);
    http = TestBed.inject(HttpTestingController);
  });

  async function visit(role: string | null): Promise<unknown> {
    const navigation = router.navigateByUrl('/admin/users?page=2');
    await settled();
    http.expectOne(REFRESH).flush(grant);
    await settled();
    const asked = http.expectOne(ME);
    if (role === null) asked.error(new ProgressEvent('error'));
    else asked.flush({ id: 'u1', role });
    await navigation;
    return router.routerState.snapshot.root.firstChild?.routeConfig?.path;
  }

  it('lets admins in', async () => {
    expect(await visit('admin')).toBe('admin');
  });

  it('has nothing there for others, at the same address', async () => {
    expect(await visit('student')).toBe('**');
    expect(router.url).toBe('/admin/users?page=2');
  });

  it('does not take a broken connection for a refusal', async () => {
    expect(await visit(null)).toBe('unavailable');
    expect(router.url).toContain('returnUrl=%2Fadmin%2Fusers%3Fpage%3D2');
  });

  it('has nobody in who is not signed in', async () => {
    const navigation = router.navigateByUrl('/admin/users');
    await settled();
    http.expectOne(REFRESH).flush(null, { status: 401, statusText: 'Unauthorized' });
    await navigation;
    expect(router.url).toBe('/sign-in?returnUrl=%2Fadmin%2Fusers');
  });
});
