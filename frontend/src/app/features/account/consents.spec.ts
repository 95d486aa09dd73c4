import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Consent } from '../../api/generated/models';
import { provideDialogs } from '../../../testing/dialogs';
import { provideEnglish, provideTestApi } from '../../../testing/providers';
import { settled } from '../../../testing/settled';
import { Locale } from '../../core/i18n/locale';
import { Consents } from './consents';

const URL = '/api/v1/account/consents';

const consent = (fields: Partial<Consent> & Pick<Consent, 'purpose' | 'basis'>): Consent => ({
  version: 1,
  text: { en: `About ${fields.purpose}`, it: '', uk: '' },
  given: true,
  history: [],
  ...fields,
});

const decided = (decision: 'informed' | 'given' | 'withdrawn') => [
  { decision, version: 1, locale: 'en', via: 'account' as const, at: '2026-11-27T12:00:00.000Z' },
];

const NOTICE = consent({
  purpose: 'privacy-notice',
  basis: 'information',
  history: decided('informed'),
});
const MAILS = consent({ purpose: 'job-mails', basis: 'default' });
const SHARING = consent({
  purpose: 'profile-sharing',
  basis: 'consent',
  history: decided('given'),
});

describe('Consents', () => {
  beforeAll(provideDialogs);

  async function render(...items: Consent[]) {
    TestBed.configureTestingModule({
      providers: [provideTestApi(), provideEnglish(), provideRouter([])],
    });
    TestBed.inject(Locale); // as at the start of the app, before anything is shown
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(Consents);
    const root = fixture.nativeElement as HTMLElement;
    const stable = async () => {
      await settled();
      await fixture.whenStable();
    };
    await stable();
    http.expectOne(URL).flush({ items });
    await stable();
    const press = async (label: string) => {
      const buttons = [...root.querySelectorAll('button')].filter(
        ({ textContent }) => textContent.trim() === label,
      );
      buttons.at(-1)?.click();
      await stable();
    };
    return { http, press, root, stable };
  }

  it('shows what one was told and agreed to, when, and in which version', async () => {
    const { root } = await render(NOTICE, MAILS, { ...SHARING, given: false, history: [] });
    expect(root.textContent).toContain('You were told on');
    expect(root.textContent).toContain('(version 1)');
    expect(root.textContent).toContain('You have shared nothing.');
    expect(root.querySelector('a')?.getAttribute('href')).toBe('/privacy');
    expect(root.querySelector('input')?.checked).toBe(true);
  });

  it('takes back what is on by default with a switch, about the text as it was read', async () => {
    const { http, root, stable } = await render(MAILS);
    root.querySelector('input')?.click();
    await stable();
    const { request, flush } = bound(http.expectOne({ method: 'PUT', url: URL }));
    expect(request.body).toEqual({ purpose: 'job-mails', given: false, version: 1, locale: 'en' });
    flush({ ...MAILS, given: false, history: decided('withdrawn') });
    await stable();
    expect(root.textContent).toContain('Taken back on');
    expect(root.querySelector('input')?.checked).toBe(false);
  });

  it('shows what holds when it could not be taken back', async () => {
    const { http, root, stable } = await render(MAILS);
    root.querySelector('input')?.click();
    await stable();
    const problem = { status: 503, code: 'UNAVAILABLE', title: '', detail: '', requestId: 'r' };
    http.expectOne(URL).flush(problem, { status: 503, statusText: 'Unavailable' });
    await stable();
    expect(root.querySelector('input')?.checked).toBe(true);
    expect(root.querySelector('tg-problem')).not.toBeNull();
  });

  it('takes a consent back once that is confirmed', async () => {
    const { http, press, root, stable } = await render(SHARING);
    root.querySelector<HTMLButtonElement>('.row > button')?.click();
    await stable();
    expect(root.querySelector('dialog')?.open).toBe(true);
    http.expectNone(URL);
    await press('Take it back');
    const { request, flush } = bound(http.expectOne({ method: 'PUT', url: URL }));
    expect(request.body).toMatchObject({ purpose: 'profile-sharing', given: false });
    flush({ ...SHARING, given: false, history: decided('withdrawn') });
    await stable();
    expect(root.textContent).toContain('Taken back on');
    expect(root.querySelector('button')).toBeNull();
  });
});

/** An answer to a request, apart from it. */
const bound = (one: ReturnType<HttpTestingController['expectOne']>) => ({
  request: one.request as { body: unknown },
  flush: (body: Consent) => one.flush(body),
});
