import { TestBed } from '@angular/core/testing';
import { provideEnglish } from '../../../../testing/providers';
import { Locale } from '../../../core/i18n/locale';
import { WordDiff } from './word-diff';

describe('WordDiff', () => {
  async function render(before: string, after: string) {
    TestBed.configureTestingModule({ providers: [provideEnglish()] });
    TestBed.inject(Locale);
    const fixture = TestBed.createComponent(WordDiff);
    fixture.componentRef.setInput('before', before);
    fixture.componentRef.setInput('after', after);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('marks each difference by an element, a sign and a word', async () => {
    const root = await render('Sleep helps memory.', 'Sleep helps it a lot.');
    const text = root.querySelector('.word-diff-text');
    expect(text?.querySelector('del')?.textContent).toBe('−Only then: memory ; both: ');
    expect(text?.querySelector('ins')?.textContent).toBe('+Only now: it a lot ; both: ');
    expect(root.querySelector('[role=status]')?.textContent).toContain('1 word');
    expect(root.querySelector('[role=status]')?.textContent).toContain('3 words');
  });

  it('takes the text for text', async () => {
    const root = await render('', '<img src=x onerror=alert(1)>');
    expect(root.querySelector('img')).toBeNull();
  });
});
