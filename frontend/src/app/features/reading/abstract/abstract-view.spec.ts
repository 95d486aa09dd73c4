import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Abstract } from '../../../api/generated/models';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { abstractRecord, thesisRecord } from '../../../../testing/records';
import { DocumentStore } from '../../workspace/document.store';
import { ProvenanceStore } from '../provenance/provenance.store';
import { AbstractStore } from './abstract.store';
import { AbstractView } from './abstract-view';

const DOCUMENT = '/api/v1/documents/d1';

describe('AbstractView', () => {
  let http: HttpTestingController;

  async function render(over: Partial<Abstract> = {}): Promise<HTMLElement> {
    TestBed.configureTestingModule({
      providers: [
        ...[provideTestApi(), provideEnglish()],
        ...[AbstractStore, DocumentStore, ProvenanceStore],
      ],
    });
    http = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(DocumentStore).load('d1');
    http.expectOne(DOCUMENT).flush(thesisRecord({ language: 'uk' }));
    await loaded;
    TestBed.inject(AbstractStore).know(abstractRecord(over));
    const fixture = TestBed.createComponent(AbstractView);
    fixture.componentRef.setInput('editable', true);
    await fixture.whenStable();
    return fixture.nativeElement as HTMLElement;
  }

  it('sets the text in the language of the document, with who wrote it', async () => {
    const root = await render();
    expect(root.querySelector('tg-prose')?.getAttribute('lang')).toBe('uk');
    expect(root.querySelector('tg-prose')?.textContent).toContain('how learning lasts');
    expect(root.querySelector('.facts')?.textContent).toContain('arranged from your sources');
    expect(root.querySelector('.facts')?.textContent).toContain('6 words');
    expect(root.textContent).not.toContain('has changed since');
  });

  it('says when the text has changed since', async () => {
    const root = await render({ stale: true, status: 'edited', writer: null });
    expect(root.querySelector('.abstract-stale')?.textContent).toContain('has changed since');
    expect(root.querySelector('.facts')?.textContent).toContain('you');
  });

  it('may be written where there is none', async () => {
    const root = await render({ content: '', status: 'planned', version: 1, wordCount: 0 });
    expect(root.textContent).toContain('There is no abstract yet.');
    expect(root.querySelector('button')?.getAttribute('aria-label')).toBe('Edit “Abstract”');
  });

  it('lets an answer that is under way not undo what was stored since', async () => {
    await render();
    const store = TestBed.inject(AbstractStore);
    const loading = store.load('d1');
    const older = http.expectOne(`${DOCUMENT}/abstract`);
    store.know(abstractRecord({ content: 'Newer.', version: 3 }));
    older.flush(abstractRecord());
    await loading;
    expect(store.abstract()?.content).toBe('Newer.');
  });
});
