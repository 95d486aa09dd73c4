import { TestBed } from '@angular/core/testing';
import type { Problem } from '../../core/problem/problem';
import { provideEnglish, provideTestApi } from '../../../testing/providers';
import { abstractRecord, sectionRecord } from '../../../testing/records';
import { DocumentStore } from '../workspace/document.store';
import { AbstractStore } from './abstract/abstract.store';
import { ReadingStore } from './reading.store';
import { ABSTRACT, StoredTexts } from './stored-texts';
import { TextEditor } from './text-editor';

const REFUSED: Problem = {
  ...{ status: 422, code: 'INVALID_CITATION', detail: 'Nobody is no source.', retryAfter: null },
  fields: [{ pointer: '/content', message: '[@nobody] at 12' }],
};

describe('TextEditor', () => {
  async function render(sectionId: string): Promise<HTMLElement> {
    TestBed.configureTestingModule({
      providers: [
        ...[provideTestApi(), provideEnglish()],
        ...[AbstractStore, DocumentStore, ReadingStore, StoredTexts],
      ],
    });
    const store = TestBed.inject(ReadingStore);
    const text = sectionId === ABSTRACT ? abstractRecord() : sectionRecord();
    store.edit({ ...text, id: sectionId });
    store.problem.set(REFUSED);
    const fixture = TestBed.createComponent(TextEditor);
    fixture.componentRef.setInput('title', 'Introduction');
    fixture.componentRef.setInput('hint', 'Plain text');
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('says of a section what was refused, place by place', async () => {
    const alert = (await render('s1')).querySelector('[role=alert]')?.textContent;
    expect(alert).toContain('Nobody is no source.');
    expect(alert).toContain('[@nobody] at 12');
  });

  it('says of an abstract that it cites nothing at all', async () => {
    const alert = (await render(ABSTRACT)).querySelector('[role=alert]')?.textContent;
    expect(alert).toContain('An abstract is read by itself and cites nothing.');
    expect(alert).not.toContain('source');
  });
});
