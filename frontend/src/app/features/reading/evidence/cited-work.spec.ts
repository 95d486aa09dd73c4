import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { CitationSupport } from '../../../api/generated/models';
import { provideEnglish } from '../../../../testing/providers';
import { citationSupportRecord, sourceRecord } from '../../../../testing/records';
import { Locale } from '../../../core/i18n/locale';
import { CitedWork } from './cited-work';

describe('CitedWork', () => {
  async function render(support: CitationSupport | null) {
    TestBed.configureTestingModule({ providers: [provideEnglish(), provideRouter([])] });
    TestBed.inject(Locale);
    const fixture = TestBed.createComponent(CitedWork);
    const inputs = {
      item: {
        key: 'roediger2006',
        prefix: '',
        locator: { label: 'page', value: '12' },
        suffix: '',
        suppressAuthor: false,
      },
      source: sourceRecord(),
      entry: null,
      support,
      content: 'Testing *helps* [@roediger2006]. More.',
      language: 'en',
    };
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    return (fixture.nativeElement as HTMLElement).textContent;
  }

  it('sets the sentence beside the literal words of the source', async () => {
    const text = await render(citationSupportRecord({ sentence: { start: 0, end: 32 } }));
    expect(text).toContain('supported');
    expect(text).toContain('The passage says this.');
    expect(text).toContain('no language model has judged it');
    expect(text).toContain('Testing helps.');
    expect(text).toContain('page 250');
    expect(text).toContain('Testing is a powerful means of improving learning.');
  });

  it('says that a model has judged it as well', async () => {
    const text = await render(citationSupportRecord({ state: 'weak', modelChecked: true }));
    expect(text).toContain('The passage says part of this.');
    expect(text).toContain('judged by a language model as well');
  });

  it('calls nothing compared that was not', async () => {
    const whole = { state: 'unchecked', score: null, evidence: null } as const;
    const text = await render(citationSupportRecord(whole));
    expect(text).toContain('unchecked');
    expect(text).toContain('cited as a whole');
    expect(text).toContain('page 12');
    expect(text).not.toContain('Compared by its words');
  });

  it('shows no state while none is known', async () => {
    const text = await render(null);
    expect(text).toContain('not known yet');
    expect(text).not.toContain('supported');
  });
});
