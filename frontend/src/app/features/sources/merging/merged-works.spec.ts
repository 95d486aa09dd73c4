import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { sourceRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { SourcesStore } from '../sources.store';
import { mergeOf } from './merge';
import { MergedWorks } from './merged-works';

const URL = '/api/v1/documents/d1/sources/one/merges/m1/undo';
const before = sourceRecord({ id: 'one', title: 'Test-enhanced learning', year: null, doi: null });
const after = { ...before, year: 2006, doi: '10.1000/182', passageCount: before.passageCount + 9 };

describe('MergedWorks', () => {
  async function render() {
    TestBed.configureTestingModule({
      providers: [provideTestApi(), provideEnglish(), SourcesStore],
    });
    const http = TestBed.inject(HttpTestingController);
    const store = TestBed.inject(SourcesStore);
    const loaded = store.load('d1');
    const page = { items: [after], total: 1, page: 1, perPage: 100, totalPages: 1 };
    http.expectOne('/api/v1/documents/d1/sources?page=1&perPage=100').flush(page);
    await loaded;
    const fixture = TestBed.createComponent(MergedWorks);
    fixture.componentRef.setInput('merges', [mergeOf(before, after, 'm1')]);
    const root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    const stable = async () => {
      await settled();
      await fixture.whenStable();
    };
    await stable();
    return { root, http, store, stable };
  }

  const button = (root: HTMLElement) => root.querySelector('button');

  it('says what was filled in, and that a text came', async () => {
    const { root } = await render();
    expect(root.textContent).toContain('Filled in: DOI, Year.');
    expect(root.textContent).toContain('Its text was added.');
  });

  it('takes it out again, and keeps the focus at the work', async () => {
    const { root, http, store, stable } = await render();
    button(root)?.click();
    http.expectOne(URL).flush(before);
    await stable();
    expect(store.sources()?.[0]).toEqual(before);
    expect(root.textContent).toContain('Taken out again');
    expect(document.activeElement).toBe(root.querySelector('.merged-work'));
  });

  it('says what stands in the way', async () => {
    const { root, http, stable } = await render();
    button(root)?.click();
    const problem = { code: 'CONFLICT', detail: 'It would be the same work as another.' };
    http.expectOne(URL).flush(problem, { status: 409, statusText: 'Conflict' });
    await stable();
    expect(root.textContent).toContain('It would be the same work as another.');
    expect(button(root)).not.toBeNull();
  });
});
