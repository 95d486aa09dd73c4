import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideEnglish, provideTestApi } from '../../../testing/providers';
import { settled } from '../../../testing/settled';
import { Locale } from '../i18n/locale';
import { Texts } from '../i18n/texts';
import { AccountLanguage } from './account-language';
import { Session } from './session';

const ME = '/api/v1/auth/me';
const user = { id: 'u1', email: 'a@example.org', fullName: null, role: 'student', locale: 'uk' };

describe('AccountLanguage', () => {
  let http: HttpTestingController;
  let language: AccountLanguage;
  let locale: Locale;

  beforeEach(() => {
    localStorage.clear();
    // texts of other languages are files of the build
    const texts = { speak: (one: 'en') => Promise.resolve(TestBed.inject(Locale).choose(one)) };
    const providers = [provideTestApi(), provideEnglish(), { provide: Texts, useValue: texts }];
    TestBed.configureTestingModule({ providers });
    http = TestBed.inject(HttpTestingController);
    locale = TestBed.inject(Locale);
    language = TestBed.inject(AccountLanguage);
  });

  async function signIn(): Promise<void> {
    const verified = TestBed.inject(Session).verify({ token: 'once' });
    const grant = { accessToken: 'token', tokenType: 'Bearer', expiresIn: 900 };
    http.expectOne('/api/v1/auth/verify-magic-link').flush({ ...grant, user });
    await verified;
    TestBed.tick();
    await settled();
  }

  it('takes up the account’s language where none was chosen', async () => {
    expect(locale.language()).toBe('en');
    await signIn();
    expect(locale.language()).toBe('uk');
  });

  it('keeps what was chosen in this browser', async () => {
    await language.choose('it');
    http.expectNone(ME);
    await signIn();
    expect(locale.language()).toBe('it');
  });

  it('tells the account what is chosen, and speaks it though that fails', async () => {
    await signIn();
    const chosen = language.choose('it');
    await settled();
    const told = http.expectOne({ method: 'PATCH', url: ME });
    expect(told.request.body).toEqual({ locale: 'it' });
    told.error(new ProgressEvent('error'));
    await chosen;
    expect(locale.language()).toBe('it');
  });
});
