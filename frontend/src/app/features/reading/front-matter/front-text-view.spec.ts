import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { FrontText } from '../../../api/generated/models';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { frontTextRecord, thesisRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { Locale } from '../../../core/i18n/locale';
import { DocumentStore } from '../../workspace/document.store';
import { ProvenanceStore } from '../provenance/provenance.store';
import { FrontMatterStore } from './front-matter.store';
import { FrontTextView } from './front-text-view';

const DOCUMENT = '/api/v1/documents/d1';

describe('FrontTextView', () => {
  let http: HttpTestingController;

  async function render(over: Partial<FrontText> = {}) {
    TestBed.configureTestingModule({
      providers: [
        ...[provideTestApi(), provideEnglish()],
        ...[DocumentStore, FrontMatterStore, ProvenanceStore],
      ],
    });
    // it sets the language, which draws what is there anew
    TestBed.inject(Locale);
    http = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(DocumentStore).load('d1');
    http.expectOne(DOCUMENT).flush(thesisRecord({ language: 'uk' }));
    await loaded;
    const text = frontTextRecord({ language: 'uk', ...over });
    TestBed.inject(FrontMatterStore).know(text);
    const fixture = TestBed.createComponent(FrontTextView);
    fixture.componentRef.setInput('part', text.part);
    fixture.componentRef.setInput('editable', true);
    await fixture.whenStable();
    return { fixture, root: fixture.nativeElement as HTMLElement };
  }

  it('sets the text in its language, with who wrote it', async () => {
    const { root } = await render();
    expect(root.querySelector('tg-prose')?.getAttribute('lang')).toBe('uk');
    expect(root.querySelector('tg-prose')?.textContent).toContain('how learning lasts');
    expect(root.querySelector('.facts')?.textContent).toContain('arranged from your sources');
    expect(root.querySelector('.facts')?.textContent).toContain('6 words');
    expect(root.textContent).not.toContain('has changed since');
    expect(root.querySelector('select')).toBeNull();
  });

  it('says when the text has changed since', async () => {
    const { root } = await render({ stale: true, status: 'edited', writer: null });
    expect(root.querySelector('.front-stale')?.textContent).toContain('has changed since');
    expect(root.querySelector('.facts')?.textContent).toContain('you');
  });

  it('may be written where there is none', async () => {
    const { root } = await render({ content: '', status: 'planned', version: 1, wordCount: 0 });
    expect(root.textContent).toContain('There is no abstract yet.');
    expect(root.querySelector('button')?.getAttribute('aria-label')).toBe('Edit “Abstract”');
  });

  describe('of an abstract in another language', () => {
    const URL = `${DOCUMENT}/front-matter/second_abstract`;
    const english: Partial<FrontText> = { part: 'second_abstract', language: 'en' };

    const selectIn = (root: HTMLElement) => root.querySelector('select')!;

    function choose(root: HTMLElement, language: string): void {
      selectIn(root).value = language;
      selectIn(root).dispatchEvent(new Event('change'));
    }

    it('says which one, and offers every other but that of the document', async () => {
      const { root } = await render(english);
      expect(root.querySelector('h2')?.textContent).toBe('Abstract in another language: English');
      expect(root.querySelector('tg-prose')?.getAttribute('lang')).toBe('en');
      expect(root.querySelector('label')?.textContent).toContain('Language of the text');
      const offered = [...selectIn(root).options].map(({ value }) => value);
      expect(offered).toEqual(['en', 'it', 'de', 'fr', 'es', 'cs']);
      expect(selectIn(root).value).toBe('en');
    });

    it('stores another one with the text, on the version that it has', async () => {
      const { root } = await render(english);
      choose(root, 'de');
      const { method, headers, body } = http.expectOne(URL).request;
      expect([method, headers.get('If-Match')]).toEqual(['PATCH', '"2"']);
      expect(body).toEqual({ content: 'This work asks how learning lasts.', language: 'de' });
    });

    it('lets the last of several choices count', async () => {
      const { fixture, root } = await render(english);
      choose(root, 'de');
      const first = http.expectOne(URL);
      choose(root, 'fr');
      first.flush(frontTextRecord({ ...english, language: 'de', version: 3 }));
      await settled();
      const second = http.expectOne(URL);
      expect(second.request.headers.get('If-Match')).toBe('"3"');
      expect(second.request.body).toMatchObject({ language: 'fr' });
      second.flush(frontTextRecord({ ...english, language: 'fr', version: 4 }));
      await settled();
      await fixture.whenStable();
      expect(root.querySelector('h2')?.textContent).toContain('French');
      expect(selectIn(root).value).toBe('fr');
    });

    it('says what was refused, and stays with what is stored', async () => {
      const { fixture, root } = await render(english);
      choose(root, 'de');
      const problem = { code: 'STALE_VERSION', detail: 'It was changed in the meantime.' };
      http.expectOne(URL).flush(problem, { status: 412, statusText: 'Precondition Failed' });
      await settled();
      await fixture.whenStable();
      expect(root.querySelector('[role=alert]')?.textContent).toContain('changed in the meantime');
      expect(selectIn(root).value).toBe('en');
      const items = [frontTextRecord({ ...english, language: 'it', version: 3 })];
      http.expectOne(`${DOCUMENT}/front-matter`).flush({ items });
      await settled();
      await fixture.whenStable();
      expect(selectIn(root).value).toBe('it');
    });
  });
});
