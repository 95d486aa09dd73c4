import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Notices } from '../../api/generated/models';
import { provideEnglish, provideTestApi } from '../../../testing/providers';
import { settled } from '../../../testing/settled';
import { Locale } from '../i18n/locale';
import { NoticeBar } from './notice-bar';

const NOTHING: Notices = { maintenance: null, announcement: null, signUps: true, generation: true };

async function shown(notices: Partial<Notices> | null): Promise<string> {
  TestBed.configureTestingModule({ providers: [provideTestApi(), provideEnglish()] });
  TestBed.inject(Locale); // as at the start of the app, before anything is shown
  const fixture = TestBed.createComponent(NoticeBar);
  const asked = TestBed.inject(HttpTestingController).expectOne('/api/v1/notices');
  if (notices === null) asked.error(new ProgressEvent('error'));
  else asked.flush({ ...NOTHING, ...notices });
  await settled();
  await fixture.whenStable();
  return (fixture.nativeElement as HTMLElement).textContent.trim();
}

describe('the bar of notices', () => {
  it('says nothing where there is nothing to say, or nothing could be learnt', async () => {
    expect(await shown({})).toBe('');
    TestBed.resetTestingModule();
    expect(await shown(null)).toBe('');
  });

  it('shows an announcement, in another language where there is none in one’s own', async () => {
    expect(await shown({ announcement: { uk: 'Завтра', en: 'Tomorrow' } })).toBe('Tomorrow');
    TestBed.resetTestingModule();
    expect(await shown({ announcement: { it: 'Domani' } })).toBe('Domani');
  });

  it('says that nothing can be changed, with the reason if there is one', async () => {
    expect(await shown({ maintenance: { message: null } })).toContain('cannot be changed');
    TestBed.resetTestingModule();
    expect(await shown({ maintenance: { message: { en: 'Back at noon.' } } })).toContain(
      'Back at noon.',
    );
  });

  it('says that nothing is written for now', async () => {
    expect(await shown({ generation: false })).toContain('Nothing is written');
  });
});
