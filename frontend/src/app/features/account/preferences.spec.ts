import { TestBed } from '@angular/core/testing';
import { provideEnglish, provideTestApi } from '../../../testing/providers';
import { Preferences } from './preferences';

describe('Preferences', () => {
  beforeAll(() => {
    // jsdom has no media queries
    window.matchMedia = () => new EventTarget() as MediaQueryList;
  });

  it('dresses the page as chosen, and as the system again', async () => {
    localStorage.clear();
    TestBed.configureTestingModule({ providers: [provideTestApi(), provideEnglish()] });
    const fixture = TestBed.createComponent(Preferences);
    await fixture.whenStable();
    const page = fixture.nativeElement as HTMLElement;
    const theme = page.querySelector<HTMLSelectElement>('[name=theme]')!;
    expect(theme.value).toBe('system');
    for (const [choice, shown] of [
      ['dark', 'dark'],
      ['light', 'light'],
      ['system', undefined],
    ] as const) {
      theme.value = choice;
      theme.dispatchEvent(new Event('change'));
      await fixture.whenStable();
      expect(document.documentElement.dataset['theme']).toBe(shown);
    }
    expect(localStorage.getItem('tesigo.theme')).toBeNull();
  });
});
