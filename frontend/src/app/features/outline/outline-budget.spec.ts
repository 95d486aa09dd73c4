import { TestBed } from '@angular/core/testing';
import { provideEnglish } from '../../../testing/providers';
import { outlineRecord } from '../../../testing/records';
import { OutlineBudget } from './outline-budget';

describe('OutlineBudget', () => {
  it('holds words against pages, and counts each source that carries something once', async () => {
    TestBed.configureTestingModule({ providers: provideEnglish() });
    const fixture = TestBed.createComponent(OutlineBudget);
    const sections = [
      outlineRecord({ id: 's1', targetWords: 700, sourceKeys: ['marsh2019', 'miller1956'] }),
      outlineRecord({ id: 's2', targetWords: 700, sourceKeys: ['marsh2019'] }),
      outlineRecord({ id: 's3', role: 'appendix', targetWords: 0, sourceKeys: ['adams2001'] }),
    ];
    fixture.componentRef.setInput('sections', sections);
    fixture.componentRef.setInput('targetPages', 5);
    fixture.componentRef.setInput('sources', 44);
    await fixture.whenStable();
    const text = (fixture.nativeElement as HTMLElement).textContent.replace(/\s+/g, ' ');
    expect(text).toContain('1,400 words, about 4 of 5 pages');
    expect(text).toContain('2 of 44 sources carry a section.');
  });
});
