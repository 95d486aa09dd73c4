import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { BackupVerification, StorageVerification } from '../../../api/generated/models';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { settled } from '../../../../testing/settled';
import { Locale } from '../../../core/i18n/locale';
import { VerificationPanel } from './verification-panel';

const BACKUP = '/api/v1/admin/backup/verify';
const STORAGE = '/api/v1/admin/storage/verify';

const backup = (over: Partial<BackupVerification> = {}): BackupVerification => ({
  ...{ state: 'ok', problems: [], everyMinutes: 60, ageSeconds: 600 },
  ...{ lastBackup: null, lastDrill: null, lastPassedDrillAt: '2026-11-01T10:00:00Z', targets: [] },
  ...over,
});

const storage: StorageVerification = {
  ...{ state: 'attention', files: 12, bytes: 2048, missing: 1, wrongSize: 0, orphans: 3 },
  ...{ contentsRead: 5, damaged: 0, examples: ['exports/lost.docx'], complete: false },
};

describe('VerificationPanel', () => {
  async function render(answer: BackupVerification) {
    TestBed.configureTestingModule({ providers: [provideTestApi(), provideEnglish()] });
    TestBed.inject(Locale); // as at the start of the app, before anything is shown
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(VerificationPanel);
    const root = fixture.nativeElement as HTMLElement;
    const tell = async (url: string, body: object) => {
      http.expectOne(url).flush(body);
      await settled();
      await fixture.whenStable();
    };
    await fixture.whenStable();
    await tell(BACKUP, answer);
    return { http, root, tell };
  }

  it('verifies the backups at once, and reads no files unasked', async () => {
    const { http, root } = await render(backup());
    expect(root.textContent).toContain('There is a backup that can be restored');
    http.expectNone(STORAGE);
  });

  it('names what is wrong with the backups', async () => {
    const target = { kind: 'bucket', snapshot: null, asOf: null, rows: 0, files: 0 } as const;
    const problems = ['No backup has been restored yet.'];
    const targets = [{ ...target, problem: 'The bucket is empty.' }];
    const { root } = await render(backup({ state: 'attention', problems, targets }));
    expect(root.textContent).toContain('No backup has been restored yet.');
    expect(root.textContent).toContain('The bucket is empty.');
  });

  it('looks through the files when asked, and names what is missing', async () => {
    const { root, tell } = await render(backup());
    const [, verify] = root.querySelectorAll('button');
    verify?.click();
    await tell(STORAGE, storage);
    expect(root.textContent).toContain('exports/lost.docx');
    expect(root.textContent).toContain('There was more than could be looked at in time.');
  });
});
