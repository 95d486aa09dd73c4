import { HttpTestingController } from '@angular/common/http/testing';
import { inputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { AdminUserDetails } from '../../../api/generated/models';
import { provideDialogs } from '../../../../testing/dialogs';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { settled } from '../../../../testing/settled';
import { Locale } from '../../../core/i18n/locale';
import { UserPage } from './user-page';

const URL = '/api/v1/admin/users/u1';
const user: AdminUserDetails = {
  ...{ id: 'u1', email: 'iryna@example.org', fullName: 'Iryna', role: 'student' },
  ...{ blockedAt: null, createdAt: '2026-11-01T10:00:00.000Z', dailyTokenLimit: null },
  ...{ tokensUsedToday: 5, tokensUsedTotal: 9, effectiveTokenLimit: 1000 },
  ...{ documents: 2, jobs: 1, sessions: 0 },
};

describe('UserPage', () => {
  async function render() {
    provideDialogs();
    const providers = [provideTestApi(), provideEnglish(), provideRouter([])];
    TestBed.configureTestingModule({ providers });
    TestBed.inject(Locale); // as at the start of the app, before anything is shown
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(UserPage, {
      bindings: [inputBinding('id', () => 'u1')],
    });
    const root = fixture.nativeElement as HTMLElement;
    const stable = async () => {
      await settled();
      await fixture.whenStable();
    };
    const told = async (url: string, answer: object) => {
      http.expectOne(url).flush(answer);
      await stable();
    };
    const press = async (name: string, within = 'main, dialog, section, form') => {
      const buttons = [...root.querySelectorAll(within)].flatMap((one) => [
        ...one.querySelectorAll('button'),
      ]);
      buttons.find(({ textContent }) => textContent.trim() === name)?.click();
      await stable();
    };
    await fixture.whenStable();
    await told(URL, user);
    return { http, root, told, press };
  }

  it('asks for the account once', async () => {
    const { http, root } = await render();
    expect(root.querySelector('h1')?.textContent).toBe('iryna@example.org');
    http.verify();
  });

  it('blocks after a second word, and offers the way back', async () => {
    const { http, root, told, press } = await render();
    await press('Block', 'section');
    http.verify();
    await press('Block', 'dialog');
    await told(`${URL}/block`, user);
    await told(URL, { ...user, blockedAt: '2026-11-02T10:00:00.000Z' });
    expect(root.querySelector('tg-said')?.textContent).toContain('is blocked');
    expect(root.querySelector('section')?.textContent).toContain('Unblock');
  });

  it('says why something is refused, in the window', async () => {
    const { http, root, press } = await render();
    await press('Make an admin', 'section');
    await press('Make an admin', 'dialog');
    const refused = { status: 409, statusText: 'Conflict' };
    http.expectOne(URL).flush({ code: 'CONFLICT', detail: 'Not this one.' }, refused);
    await settled();
    await settled();
    TestBed.tick();
    expect(root.querySelector('dialog [role=alert]')?.textContent).toContain('Not this one.');
  });
});
