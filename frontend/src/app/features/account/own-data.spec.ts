import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { provideDialogs } from '../../../testing/dialogs';
import { provideEnglish, provideTestApi } from '../../../testing/providers';
import { settled } from '../../../testing/settled';
import { SaveFile } from '../../core/download/save-file';
import { Locale } from '../../core/i18n/locale';
import { OwnData } from './own-data';

const EMAIL = 'student@example.org';

describe('OwnData', () => {
  beforeAll(provideDialogs);

  function render() {
    const went: string[] = [];
    const saved: [Blob, string][] = [];
    const saveFile = { run: (...file: [Blob, string]) => saved.push(file) };
    TestBed.configureTestingModule({
      providers: [
        provideTestApi(),
        provideEnglish(),
        { provide: Router, useValue: { navigateByUrl: (url: string) => went.push(url) } },
        { provide: SaveFile, useValue: saveFile },
      ],
    });
    TestBed.inject(Locale); // as at the start of the app, before anything is shown
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(OwnData);
    fixture.componentRef.setInput('email', EMAIL);
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
    const type = async (address: string) => {
      const field = root.querySelector('input')!;
      field.value = address;
      field.dispatchEvent(new Event('input'));
      await stable();
    };
    return { http, press, root, saved, stable, type, went };
  }

  it('gives everything as one file', async () => {
    const { http, press, saved, stable } = render();
    await stable();
    await press('Download everything');
    http.expectOne('/api/v1/account/data').flush(new Blob(['zip']));
    await stable();
    expect(saved.map(([, name]) => name)).toEqual(['tesigo-data.zip']);
  });

  it('deletes nothing before the address is right and the last question answered', async () => {
    const { http, press, root, stable, type } = render();
    await stable();
    await type('another@example.org');
    await press('Delete my account');
    expect(root.textContent).toContain('This is not the address of this account.');
    expect(root.querySelector('dialog')?.open).toBe(false);
    await type(` ${EMAIL.toUpperCase()} `);
    await press('Delete my account');
    expect(root.querySelector('dialog')?.open).toBe(true);
    await press('Keep it');
    http.expectNone('/api/v1/account');
  });

  it('deletes the account, and forgets whose it was', async () => {
    const { http, press, stable, type, went } = render();
    await stable();
    await type(EMAIL);
    await press('Delete my account');
    await press('Delete everything');
    const request = http.expectOne({ method: 'DELETE', url: '/api/v1/account' });
    expect(request.request.body).toEqual({ email: EMAIL });
    request.flush(null, { status: 204, statusText: 'No Content' });
    await stable();
    http.expectOne('/api/v1/auth/logout').flush(null);
    expect(went).toEqual(['/farewell']);
  });

  it('says what stands in the way', async () => {
    const { http, press, root, stable, type, went } = render();
    await stable();
    await type(EMAIL);
    await press('Delete my account');
    await press('Delete everything');
    const problem = { status: 403, code: 'SIGN_IN_AGAIN', title: '', detail: '', requestId: 'r' };
    http.expectOne('/api/v1/account').flush(problem, { status: 403, statusText: 'Forbidden' });
    await stable();
    expect(root.textContent).toContain('sign in once more');
    expect(went).toEqual([]);
  });
});
