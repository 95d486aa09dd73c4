import { TestBed } from '@angular/core/testing';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { checkRecord, thesisRecord } from '../../../../testing/records';
import { DocumentStore } from '../../workspace/document.store';
import { CheckItem } from './check-item';
import { ChecksStore } from './checks.store';
import { type ShownCheck, shownCheck } from './shown-check';

describe('CheckItem', () => {
  async function render(check: ShownCheck): Promise<HTMLElement> {
    TestBed.configureTestingModule({
      providers: [provideTestApi(), provideEnglish(), ChecksStore, DocumentStore],
    });
    const fixture = TestBed.createComponent(CheckItem);
    fixture.componentRef.setInput('check', check);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  const shown = (over: Parameters<typeof checkRecord>[0] = {}) =>
    shownCheck(checkRecord(over), thesisRecord());

  it('asks a question and says what has come of it, with the places', async () => {
    const root = await render(shown({ more: 2 }));
    expect(root.querySelector('h4')?.textContent).toBe('Is everything said only once?');
    expect(root.querySelector('.tg-badge-bad')?.textContent.trim()).toBe('failed');
    expect(root.querySelector('summary')?.textContent.trim()).toBe('3 places to look at');
    expect(root.textContent).toContain('and 2 more');
    const place = root.querySelector('button.claim')?.textContent;
    expect(place).toContain('Testing helps');
    expect(place).toContain('This stands in “Introduction” already.');
    expect(place).toContain('1 Introduction');
  });

  it('never lets what was not checked look like passed', async () => {
    const summary = 'No proofreading service is configured.';
    const root = await render(
      shown({
        id: 'language',
        state: 'unchecked',
        reason: 'no_proofreader',
        summary,
        findings: [],
      }),
    );
    expect(root.querySelector('.tg-badge-good')).toBeNull();
    expect(root.querySelector('.tg-badge')?.textContent.trim()).toBe('unchecked');
    expect(root.textContent).toContain(summary);
    expect(root.textContent).toContain('so it has not passed');
    expect(root.querySelector('details')).toBeNull();
  });

  it('shows the passage that the words were taken from, and what to write instead', async () => {
    const [finding] = checkRecord().findings;
    const passage = { id: 'p1', key: 'roediger2006', page: 250, text: 'Testing helps a lot.' };
    const root = await render(
      shown({ id: 'overlap', findings: [{ ...finding!, passage, suggestions: ['Tests help'] }] }),
    );
    expect(root.textContent).toContain('The words in roediger2006, page 250');
    expect(root.querySelector('blockquote')?.textContent).toBe('Testing helps a lot.');
    expect(root.querySelector('.finding-suggestion')?.textContent).toBe('Tests help');
  });

  it('leads nowhere with what is about the document as a whole', async () => {
    const place = { sectionId: null, start: null, end: null };
    const findings = [{ kind: 'not_met', ...place, message: 'Cite a textbook.' }];
    const root = await render(shown({ id: 'requirements', findings }));
    expect(root.querySelector('button')).toBeNull();
    expect(root.querySelector('.finding-of-all')?.textContent).toContain('Cite a textbook.');
  });
});
