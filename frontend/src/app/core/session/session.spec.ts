import { HttpClient } from '@angular/common/http';
import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { firstValueFrom } from 'rxjs';
import { provideTestApi } from '../../../testing/providers';
import { settled } from '../../../testing/settled';
import { refreshSession } from '../../api/generated/fn/auth/refresh-session';
import { askEarly } from './early-grant';
import { Session } from './session';

const REFRESH = '/api/v1/auth/refresh';
const grant = (accessToken: string) => ({ accessToken, tokenType: 'Bearer', expiresIn: 900 });
const user = { id: 'u1', email: 'a@example.org', fullName: null, role: 'student', locale: 'en' };

describe('Session', () => {
  let session: Session;
  let http: HttpTestingController;

  beforeEach(() => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: provideTestApi() });
    session = TestBed.inject(Session);
    http = TestBed.inject(HttpTestingController);
  });

  async function signIn(): Promise<void> {
    const verified = session.verify({ token: 'once' });
    http.expectOne('/api/v1/auth/verify-magic-link').flush({ ...grant('first'), user });
    await verified;
  }

  it('asks once for callers that renew together', async () => {
    const both = Promise.all([session.renew(), session.renew()]);
    http.expectOne(REFRESH).flush(grant('token'));
    expect(await both).toEqual([null, null]);
    expect(session.token()).toBe('token');
    expect(session.state()).toBe('signed-in');
  });

  describe('asked for before the app was there', () => {
    const answered = (status: number) => {
      const answer = { ok: status === 200, status, json: () => Promise.resolve(grant('early')) };
      globalThis.fetch = jest.fn(() => Promise.resolve(answer as Response));
      askEarly();
    };

    it('is taken up once', async () => {
      localStorage.setItem('tesigo.signed-in', 'yes');
      answered(200);
      // the generated client would be more to load than the whole of what asks early
      expect(fetch).toHaveBeenCalledWith(
        refreshSession.PATH,
        expect.objectContaining({ method: 'POST' }),
      );
      expect(await session.renew()).toBeNull();
      expect(session.token()).toBe('early');
      const renewed = session.renew();
      http.expectOne(REFRESH).flush(grant('later'));
      await renewed;
      expect(session.token()).toBe('later');
    });

    it('is asked for again when it was refused, to tell why', async () => {
      localStorage.setItem('tesigo.signed-in', 'yes');
      answered(429);
      const renewed = session.renew();
      await settled();
      http.expectOne(REFRESH).flush(null, { status: 401, statusText: 'Unauthorized' });
      expect(await renewed).toBeNull();
      expect(session.state()).toBe('signed-out');
    });

    it.each([null, 'sign-out-owed'])('is not, where the browser remembers %s', (known) => {
      if (known !== null) localStorage.setItem('tesigo.signed-in', known);
      answered(200);
      expect(fetch).not.toHaveBeenCalled();
    });
  });

  it('is signed out when the refresh cookie is refused', async () => {
    const renewed = session.renew();
    http.expectOne(REFRESH).flush(null, { status: 401, statusText: 'Unauthorized' });
    expect(await renewed).toBeNull();
    expect(session.state()).toBe('signed-out');
  });

  it('is expected where the browser remembers it, until it is known not to be', async () => {
    localStorage.setItem('tesigo.signed-in', 'yes');
    expect(session.isExpected()).toBe(true);
    const renewed = session.renew();
    http.expectOne(REFRESH).flush(null, { status: 401, statusText: 'Unauthorized' });
    await renewed;
    expect(session.isExpected()).toBe(false);
  });

  it.each([null, 'sign-out-owed'])('is not expected where that is %s', (known) => {
    if (known !== null) localStorage.setItem('tesigo.signed-in', known);
    expect(session.isExpected()).toBe(false);
  });

  it('tells a broken connection from a refusal', async () => {
    const renewed = session.renew();
    http.expectOne(REFRESH).error(new ProgressEvent('error'));
    expect(await renewed).toMatchObject({ code: 'OFFLINE' });
    expect(session.state()).toBe('unknown');
  });

  it('keeps the access token out of every storage', async () => {
    await signIn();
    expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('first');
    expect(document.cookie).not.toContain('first');
  });

  it('ends at once on signing out', async () => {
    await signIn();
    const signedOut = session.signOut();
    http.expectOne('/api/v1/auth/logout').flush(null);
    await signedOut;
    expect(session.token()).toBeNull();
    expect(session.user()).toBeNull();
    expect(session.wasSignedIn()).toBe(false);
  });

  describe('signing out', () => {
    const LOGOUT = '/api/v1/auth/logout';
    const lost = () => new ProgressEvent('error');

    it('tells the server which session ends, and forgets it before the answer', async () => {
      await signIn();
      const signedOut = session.signOut();
      expect(session.token()).toBeNull();
      expect(session.user()).toBeNull();
      expect(session.state()).toBe('signed-out');
      const told = http.expectOne(LOGOUT);
      expect(told.request.headers.get('Authorization')).toBe('Bearer first');
      told.flush(null);
      expect(await signedOut).toBeNull();
    });

    it.each([503, 429])('stays signed out when the server answers %d', async (status) => {
      await signIn();
      const signedOut = session.signOut();
      http.expectOne(LOGOUT).flush(null, { status, statusText: 'Not now' });
      expect(await signedOut).toMatchObject({ status });
      expect(session.state()).toBe('signed-out');
    });

    it('says so when it is offline', async () => {
      await signIn();
      const signedOut = session.signOut();
      http.expectOne(LOGOUT).error(lost());
      expect(await signedOut).toMatchObject({ code: 'OFFLINE' });
      expect(session.token()).toBeNull();
    });

    it('tells the server later instead of using the cookie that is left', async () => {
      await signIn();
      const signedOut = session.signOut();
      http.expectOne(LOGOUT).error(lost());
      await signedOut;
      const stillOffline = session.renew();
      http.expectOne(LOGOUT).error(lost());
      expect(await stillOffline).toMatchObject({ code: 'OFFLINE' });
      const renewed = session.renew();
      http.expectOne(LOGOUT).flush(null);
      expect(await renewed).toBeNull();
      http.expectNone(REFRESH);
      expect(session.state()).toBe('signed-out');
      expect(session.wasSignedIn()).toBe(false);
    });

    it('owes nothing any more once somebody signs in again', async () => {
      await signIn();
      const signedOut = session.signOut();
      http.expectOne(LOGOUT).error(lost());
      await signedOut;
      await signIn();
      const renewed = session.renew();
      http.expectOne(REFRESH).flush(grant('second'));
      await renewed;
      expect(session.token()).toBe('second');
    });

    it('is not undone by a renewal that was under way', async () => {
      await signIn();
      const renewed = session.renew();
      const signedOut = session.signOut();
      http.expectOne(LOGOUT).flush(null);
      http.expectOne(REFRESH).flush(grant('second'));
      await Promise.all([renewed, signedOut]);
      expect(session.token()).toBeNull();
      expect(session.state()).toBe('signed-out');
      expect(session.wasSignedIn()).toBe(false);
    });
  });

  describe('with the credentials interceptor', () => {
    const get = () => firstValueFrom(TestBed.inject(HttpClient).get('/api/v1/documents'));

    it('sends the token along', async () => {
      await signIn();
      const answer = get();
      const request = http.expectOne('/api/v1/documents');
      expect(request.request.headers.get('Authorization')).toBe('Bearer first');
      request.flush({});
      await answer;
    });

    it('renews a refused token once and repeats the request', async () => {
      await signIn();
      const answer = get();
      http.expectOne('/api/v1/documents').flush(null, { status: 401, statusText: 'Unauthorized' });
      http.expectOne(REFRESH).flush(grant('second'));
      await settled();
      const repeated = http.expectOne('/api/v1/documents');
      expect(repeated.request.headers.get('Authorization')).toBe('Bearer second');
      repeated.flush({ items: [] });
      expect(await answer).toEqual({ items: [] });
    });

    it('gives up when the renewed token is refused too', async () => {
      await signIn();
      const answer = get();
      http.expectOne('/api/v1/documents').flush(null, { status: 401, statusText: 'Unauthorized' });
      http.expectOne(REFRESH).flush(grant('second'));
      await settled();
      http.expectOne('/api/v1/documents').flush(null, { status: 401, statusText: 'Unauthorized' });
      await expect(answer).rejects.toMatchObject({ status: 401 });
      http.expectNone(REFRESH);
    });

    it('passes the refusal on when the session is over', async () => {
      await signIn();
      const answer = get();
      http.expectOne('/api/v1/documents').flush(null, { status: 401, statusText: 'Unauthorized' });
      http.expectOne(REFRESH).flush(null, { status: 401, statusText: 'Unauthorized' });
      await expect(answer).rejects.toMatchObject({ status: 401 });
      expect(session.state()).toBe('signed-out');
    });
  });
});
