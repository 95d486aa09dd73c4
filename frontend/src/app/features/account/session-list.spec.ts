import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Session } from '../../api/generated/models';
import { provideDialogs } from '../../../testing/dialogs';
import { provideEnglish, provideTestApi } from '../../../testing/providers';
import { sessionRecord } from '../../../testing/records';
import { settled } from '../../../testing/settled';
import { Locale } from '../../core/i18n/locale';
import { SessionList } from './session-list';

const SESSIONS = '/api/v1/auth/sessions';
const here = sessionRecord({ id: 'here', current: true });
const program = sessionRecord({ id: 'program', userAgent: 'curl/8.15.0' });

describe('SessionList', () => {
  beforeAll(provideDialogs);

  function render() {
    TestBed.configureTestingModule({ providers: [provideTestApi(), provideEnglish()] });
    TestBed.inject(Locale); // as at the start of the app, before anything is shown
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(SessionList);
    const root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    const stable = async () => {
      await settled();
      await fixture.whenStable();
    };
    const answerList = async (...items: Session[]) => {
      await stable();
      const page = { items, page: 1, perPage: 20, total: items.length, totalPages: 1 };
      http.expectOne(`${SESSIONS}?page=1&perPage=20`).flush(page);
      await stable();
    };
    const nameOf = (element: Element) =>
      element.getAttribute('aria-label') ?? element.textContent.trim();
    const buttons = (within: Element) => [...within.querySelectorAll('button')];
    const press = async (name: string, within: Element = root) => {
      buttons(within)
        .find((button) => nameOf(button) === name)
        ?.click();
      await stable();
    };
    const offered = () =>
      buttons(root)
        .filter((button) => button.closest('dialog') === null)
        .map(nameOf);
    return { root, http, stable, answerList, press, offered };
  }

  it('offers nothing to end where this browser is the only one', async () => {
    const { root, answerList, offered } = render();
    await answerList(here);
    expect(root.querySelector('li')?.textContent).toContain('This browser');
    expect(offered()).toEqual([]);
  });

  it('ends another session, and keeps the focus in its place', async () => {
    const { root, http, answerList, press, offered } = render();
    await answerList(here, program);
    expect(offered()).toEqual(['Sign out: Another program', 'Sign out everywhere else']);
    await press('Sign out: Another program');
    http.expectOne(`${SESSIONS}/program`).flush(null);
    await answerList(here);
    expect(root.querySelector('[role=status]')?.textContent).toContain('Signed out');
    expect(document.activeElement).toBe(root.querySelector('h2'));
  });

  it('ends all others only on the word', async () => {
    const { root, http, answerList, press, offered } = render();
    await answerList(here, program);
    const dialog = root.querySelector('dialog')!;
    await press('Sign out everywhere else');
    await press('Leave them', dialog);
    http.expectNone({ method: 'DELETE', url: SESSIONS });
    await press('Sign out everywhere else');
    await press('Sign out everywhere else', dialog);
    http.expectOne({ method: 'DELETE', url: SESSIONS }).flush(null);
    await answerList(here);
    expect(offered()).toEqual([]);
  });

  it('loads again on request when the list could not be had', async () => {
    const { root, http, stable, answerList, press } = render();
    await stable();
    expect(root.querySelector('[role=status]')?.textContent).toContain('Looking');
    http.expectOne(`${SESSIONS}?page=1&perPage=20`).error(new ProgressEvent('error'));
    await stable();
    await press('Try again');
    await answerList(here);
    expect(root.querySelector('[role=alert]')).toBeNull();
  });
});
