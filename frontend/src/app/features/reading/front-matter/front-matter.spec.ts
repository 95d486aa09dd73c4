import { HttpTestingController } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { Document as Thesis, FrontText } from '../../../api/generated/models';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { frontTextRecord, requirementsRecord, thesisRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { Locale } from '../../../core/i18n/locale';
import { RequirementsStore } from '../../requirements/requirements.store';
import { DocumentStore } from '../../workspace/document.store';
import { ProvenanceStore } from '../provenance/provenance.store';
import { ReadingStore } from '../reading.store';
import { StoredTexts } from '../stored-texts';
import { FrontMatter } from './front-matter';
import { FrontMatterStore } from './front-matter.store';
import { FRONT_PARTS } from './front-parts';

const DOCUMENT = '/api/v1/documents/d1';

@Component({ selector: 'tg-editor', template: 'The editor' })
class Editor {}

/** Every part as the server lists it, those that are not given without text. */
const listed = (...texts: FrontText[]) => ({
  items: FRONT_PARTS.map(
    (part) =>
      texts.find((text) => text.part === part) ??
      frontTextRecord({ part, content: '', status: 'planned', version: 1, wordCount: 0 }),
  ),
});

describe('FrontMatter', () => {
  let http: HttpTestingController;
  let reading: ReadingStore;

  async function render(type: Thesis['type']) {
    TestBed.configureTestingModule({
      providers: [
        ...[provideTestApi(), provideEnglish()],
        ...[DocumentStore, FrontMatterStore, ProvenanceStore, ReadingStore, StoredTexts],
        RequirementsStore,
      ],
    });
    // it sets the language, which draws what is there anew
    TestBed.inject(Locale);
    http = TestBed.inject(HttpTestingController);
    reading = TestBed.inject(ReadingStore);
    const loaded = TestBed.inject(DocumentStore).load('d1');
    http.expectOne(DOCUMENT).flush(thesisRecord({ type }));
    await loaded;
    const fixture = TestBed.createComponent(FrontMatter);
    fixture.componentRef.setInput('editor', { load: () => Promise.resolve(Editor) });
    fixture.componentInstance.edit.subscribe((text) => {
      reading.edit(text);
    });
    const shown = async () => {
      await settled();
      await fixture.whenStable();
    };
    const know = async (...texts: FrontText[]) => {
      const loading = TestBed.inject(FrontMatterStore).load('d1');
      http.expectOne(`${DOCUMENT}/front-matter`).flush(listed(...texts));
      await loading;
      await shown();
    };
    await shown();
    return { shown, know, root: fixture.nativeElement as HTMLElement };
  }

  const headings = (root: HTMLElement) =>
    [...root.querySelectorAll('h2')].map(({ textContent }) => textContent);
  const buttonsOf = (root: HTMLElement) => [...root.querySelectorAll('.front-add button')];
  const offered = (root: HTMLElement) =>
    buttonsOf(root).map(({ textContent }) => textContent.trim());
  const isAway = (root: HTMLElement) => root.querySelector('.front-add-away') !== null;

  it('shows what there is in order, and offers the rest', async () => {
    const { know, root } = await render('term_paper');
    const texts = [frontTextRecord({ part: 'abbreviations' }), frontTextRecord()];
    await know(...texts, frontTextRecord({ part: 'acknowledgements' }));
    expect(headings(root)).toEqual(['Acknowledgements', 'Abstract', 'List of abbreviations']);
    expect(offered(root)).toEqual(['Abstract in another language']);
    expect(isAway(root)).toBe(false);
  });

  it('keeps room for what most documents lack before anything is known', async () => {
    const { know, root } = await render('term_paper');
    const before = offered(root);
    expect([headings(root), isAway(root)]).toEqual([['Abstract'], true]);
    await know(frontTextRecord());
    expect([headings(root), isAway(root)]).toEqual([['Abstract'], false]);
    expect(offered(root)).toEqual(before);
  });

  it('says which of them the rules ask for', async () => {
    const { know, shown, root } = await render('term_paper');
    const { profile, ...rules } = requirementsRecord();
    const { fontSize } = profile.values;
    const partOrder = { ...fontSize!, value: ['abbreviations' as const, 'body' as const] };
    const ruled = { ...rules, profile: { ...profile, values: { partOrder } } };
    TestBed.inject(RequirementsStore).requirements.set(ruled);
    await know(frontTextRecord());
    await shown();
    expect(offered(root).map((text) => text.replace(/\s+/g, ' '))).toEqual([
      'Acknowledgements',
      'Abstract in another language',
      'List of abbreviations (asked for by your rules)',
    ]);
  });

  it('offers nothing where nothing is left', async () => {
    const { know, root } = await render('term_paper');
    await know(...FRONT_PARTS.map((part) => frontTextRecord({ part })));
    expect(root.querySelector('[role=group]')).toBeNull();
  });

  it('lets one add an abstract to an essay, which has none by itself', async () => {
    const { know, root } = await render('essay');
    await know();
    expect(headings(root)).toEqual([]);
    expect(offered(root)).toEqual([
      'Acknowledgements',
      'Abstract',
      'Abstract in another language',
      'List of abbreviations',
    ]);
  });

  it('puts acknowledgements under the pen in their place, and shows them once stored', async () => {
    const { know, shown, root } = await render('term_paper');
    await know(frontTextRecord());
    buttonsOf(root)[0]?.dispatchEvent(new MouseEvent('click'));
    await shown();
    expect(reading.draft()).toEqual({ sectionId: 'acknowledgements', content: '', version: 1 });
    expect(root.firstElementChild?.textContent).toBe('The editor');
    expect([headings(root), isAway(root)]).toEqual([['Abstract'], true]);
    expect(root.querySelector('[aria-label="Edit “Abstract”"]')).toBeNull();
    reading.type('To my sister.');
    const saved = reading.save();
    const part = 'acknowledgements' as const;
    const call = http.expectOne(`${DOCUMENT}/front-matter/${part}`);
    expect(call.request.headers.get('If-Match')).toBe('"1"');
    expect(call.request.body).toEqual({ content: 'To my sister.' });
    call.flush(frontTextRecord({ part, content: 'To my sister.', status: 'edited' }));
    await settled();
    http.expectOne(`${DOCUMENT}/bibliography`).flush({ citationStyle: 'apa', entries: [] });
    await saved;
    await shown();
    expect(headings(root)).toEqual(['Acknowledgements', 'Abstract']);
    expect(offered(root)).not.toContain('Acknowledgements');
  });

  it('says when it could not be loaded, once for all', async () => {
    const { shown, root } = await render('term_paper');
    const loading = TestBed.inject(FrontMatterStore).load('d1');
    const failed = { status: 503, statusText: 'Service Unavailable' };
    http.expectOne(`${DOCUMENT}/front-matter`).flush(null, failed);
    await loading;
    await shown();
    expect(root.querySelectorAll('[role=alert]')).toHaveLength(1);
    [...root.querySelectorAll('button')].at(-1)?.click();
    http.expectOne(`${DOCUMENT}/front-matter`).flush(listed(frontTextRecord()));
    await shown();
    expect(root.querySelector('[role=alert]')).toBeNull();
    expect(root.textContent).toContain('how learning lasts');
  });
});

describe('FrontMatterStore', () => {
  it('lets an answer that is under way not undo what was stored since', async () => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), FrontMatterStore] });
    const store = TestBed.inject(FrontMatterStore);
    const http = TestBed.inject(HttpTestingController);
    const thanks = frontTextRecord({ part: 'acknowledgements', content: 'Thanks.' });
    const loading = store.load('d1');
    store.know(frontTextRecord({ content: 'Newer.', version: 3 }));
    http.expectOne(`${DOCUMENT}/front-matter`).flush(listed(frontTextRecord(), thanks));
    await loading;
    expect(store.text('abstract')?.content).toBe('Newer.');
    expect(store.text('acknowledgements')?.content).toBe('Thanks.');
    const again = store.load('d1');
    http.expectOne(`${DOCUMENT}/front-matter`).flush(listed(frontTextRecord({ version: 4 })));
    await again;
    expect(store.text('abstract')?.version).toBe(4);
  });
});
