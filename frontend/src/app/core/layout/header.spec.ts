import { HttpTestingController } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter, Router } from '@angular/router';
import { provideEnglish, provideTestApi } from '../../../testing/providers';
import { settled } from '../../../testing/settled';
import { Locale } from '../i18n/locale';
import { Session } from '../session/session';
import { Header } from './header';

@Component({ template: '' })
class Page {}

const LOGOUT = '/api/v1/auth/logout';
const user = { id: 'u1', email: 'a@example.org', fullName: null, role: 'student', locale: 'en' };

describe('Header', () => {
  let http: HttpTestingController;

  beforeAll(() => {
    // jsdom has no media queries
    window.matchMedia = () => new EventTarget() as MediaQueryList;
  });

  async function render(landing: () => Promise<typeof Page>, mayLeave = true) {
    localStorage.clear();
    const routes = [
      { path: '', pathMatch: 'full' as const, loadComponent: landing },
      { path: 'text', component: Page, canDeactivate: [() => mayLeave] },
    ];
    TestBed.configureTestingModule({
      providers: [provideTestApi(), provideEnglish(), provideRouter(routes)],
    });
    TestBed.inject(Locale); // as at the start of the app, before anything is shown
    http = TestBed.inject(HttpTestingController);
    const session = TestBed.inject(Session);
    const verified = session.verify({ token: 'once' });
    const grant = { accessToken: 'token', tokenType: 'Bearer', expiresIn: 900 };
    http.expectOne('/api/v1/auth/verify-magic-link').flush({ ...grant, user });
    await verified;
    await TestBed.inject(Router).navigateByUrl('/text');
    const fixture = TestBed.createComponent(Header);
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    const stable = async () => {
      await settled();
      await fixture.whenStable();
    };
    const press = async (label: string) => {
      const buttons = [...root.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent.trim() === label)?.click();
      await stable();
    };
    return { press, stable, session, root };
  }

  it('says nothing more when the server knows of the sign-out', async () => {
    const { press, stable, root } = await render(() => Promise.resolve(Page));
    await press('Sign out');
    http.expectOne(LOGOUT).flush(null);
    await stable();
    expect(root.querySelector('tg-notice')).toBeNull();
    expect(root.textContent).toContain('Sign in');
  });

  it('tells kindly, until it is closed, that the server could not be told', async () => {
    const { press, stable, session, root } = await render(() => Promise.resolve(Page));
    await press('Sign out');
    expect(session.state()).toBe('signed-out');
    http.expectOne(LOGOUT).error(new ProgressEvent('error'));
    await stable();
    expect(root.querySelector('tg-notice')?.textContent).toContain('signed out in this browser');
    await press('Close');
    expect(root.querySelector('tg-notice')).toBeNull();
  });

  it('signs out though the landing page cannot be loaded', async () => {
    const { press, stable, session } = await render(() => Promise.reject(new Error('offline')));
    await press('Sign out');
    http.expectOne(LOGOUT).error(new ProgressEvent('error'));
    await stable();
    expect(session.token()).toBeNull();
  });

  it('leaves a reader signed in who stays with changes that are not saved', async () => {
    const { press, session } = await render(() => Promise.resolve(Page), false);
    await press('Sign out');
    http.expectNone(LOGOUT);
    expect(session.state()).toBe('signed-in');
  });

  it('signs out on the landing page too', async () => {
    const { press, stable, session } = await render(() => Promise.resolve(Page));
    await TestBed.inject(Router).navigateByUrl('/');
    await press('Sign out');
    http.expectOne(LOGOUT).flush(null);
    await stable();
    expect(session.state()).toBe('signed-out');
  });
});
