import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { FoundWorks } from '../../../api/generated/models';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { candidateRecord, sourceRecord, thesisRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { DocumentStore } from '../../workspace/document.store';
import { SourcesStore } from '../sources.store';
import { FoundWorksList } from './found-works-list';
import { WorkSearchStore } from './work-search.store';

const SEARCH = '/api/v1/documents/d1/sources/search?query=recall';
const asked = (outcome: FoundWorks['asked'][number]['outcome']): FoundWorks['asked'] => [
  { provider: 'openalex', outcome: 'empty', found: 0 },
  { provider: 'crossref', outcome, found: 0 },
];

describe('FoundWorksList', () => {
  async function render(answer: object, status = 200) {
    TestBed.configureTestingModule({
      providers: [provideTestApi(), provideEnglish(), DocumentStore, SourcesStore, WorkSearchStore],
    });
    const http = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(DocumentStore).load('d1');
    http.expectOne('/api/v1/documents/d1').flush(thesisRecord());
    await loaded;
    const fixture = TestBed.createComponent(FoundWorksList);
    const root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    const stable = async () => {
      await settled();
      await fixture.whenStable();
    };
    void TestBed.inject(WorkSearchStore).find('d1', 'recall');
    http.expectOne(SEARCH).flush(answer, { status, statusText: 'Answered' });
    await stable();
    return { root, http, stable };
  }

  it('says that nobody knows such a work only where everybody answered', async () => {
    const { root } = await render({ items: [], asked: asked('empty') });
    expect(root.textContent).toContain('No such work was found');
  });

  it('says that it is not known where somebody did not answer', async () => {
    const { root } = await render({ items: [], asked: asked('failed') });
    expect(root.textContent).toContain('Crossref did not answer');
    expect(root.textContent).not.toContain('No such work was found');
  });

  it('says that nobody is asked here', async () => {
    const { root } = await render({ code: 'NO_PROVIDERS', detail: '' }, 503);
    expect(root.textContent).toContain('Search is not set up here');
    expect(root.querySelector('[role=alert]')).toBeNull();
  });

  it('offers only what can be added, and gives the reason for the rest', async () => {
    const items = [
      candidateRecord({ title: 'Good' }),
      candidateRecord({ title: 'Taken back', retracted: true }),
      candidateRecord({ title: 'Known', alreadyInLibrary: true }),
      candidateRecord({ title: 'Nameless', doi: null }),
    ];
    const { root } = await render({ items, asked: [] });
    const works = [...root.querySelectorAll('tg-found-work')];
    expect(works.map((work) => work.querySelector('button') !== null)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(works[1]?.textContent).toContain('A retracted work cannot be added.');
    expect(works[2]?.textContent).toContain('Already in your sources');
    expect(works[3]?.textContent).toContain('Has no DOI');
  });

  it('keeps the focus at the work that was added', async () => {
    const { root, http, stable } = await render({ items: [candidateRecord()], asked: [] });
    root.querySelector<HTMLElement>('tg-found-work button')?.click();
    await stable();
    const report = { added: [sourceRecord()], merged: [], merges: [], refused: [] };
    http.expectOne('/api/v1/documents/d1/sources').flush(report);
    await stable();
    expect(root.querySelector('tg-found-work')?.textContent).toContain('Added');
    expect(document.activeElement).toBe(root.querySelector('.found-work-title'));
  });
});
