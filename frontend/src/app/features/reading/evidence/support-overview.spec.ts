import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { DocumentSupport, SectionSupport } from '../../../api/generated/models';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { citationSupportRecord, thesisRecord } from '../../../../testing/records';
import { Locale } from '../../../core/i18n/locale';
import { SourcesStore } from '../../sources/sources.store';
import { DocumentStore } from '../../workspace/document.store';
import { SupportOverview } from './support-overview';
import { SupportStore } from './support.store';

const DOCUMENT = '/api/v1/documents/d1';
const NONE = { supported: 0, weak: 0, unsupported: 0, unchecked: 0 };

describe('SupportOverview', () => {
  async function render(known: Partial<DocumentSupport>, ofSection: Partial<SectionSupport> = {}) {
    TestBed.configureTestingModule({
      providers: [
        ...[provideTestApi(), provideEnglish(), provideRouter([])],
        ...[DocumentStore, SourcesStore, SupportStore],
      ],
    });
    TestBed.inject(Locale);
    const http = TestBed.inject(HttpTestingController);
    const documents = TestBed.inject(DocumentStore);
    const loaded = documents.load('d1');
    http.expectOne(DOCUMENT).flush(thesisRecord());
    await loaded;
    const fixture = TestBed.createComponent(SupportOverview);
    let asked = 0;
    fixture.componentInstance.next.subscribe(() => asked++);
    const followed = TestBed.inject(SupportStore).follow('d1', documents.document()!.sections);
    const support = { sections: [], summary: NONE, mandatoryUncited: [], ...known };
    http.expectOne(`${DOCUMENT}/support`).flush(support);
    const citations = [citationSupportRecord()];
    const section = { citations, claims: [], summary: NONE, ...ofSection };
    http.expectOne(`${DOCUMENT}/sections/s1/support`).flush(section);
    await followed;
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    return { root, asked: () => asked };
  }

  it('counts each state in words', async () => {
    const { root } = await render({ summary: { ...NONE, supported: 3, unchecked: 2 } });
    const counts = [...root.querySelectorAll('.support-count')].map(({ textContent }) =>
      textContent.trim(),
    );
    expect(counts[0]).toMatch(/^3\s*supported/);
    expect(counts[3]).toMatch(/^2\s*unchecked/);
  });

  it('takes unchecked for nothing that has passed', async () => {
    const { root } = await render({ summary: { ...NONE, supported: 3, unchecked: 2 } });
    expect(root.textContent).toContain('have not passed either');
    expect(root.textContent).not.toContain('No citation wants a second look');
  });

  it('leads to what wants a look', async () => {
    const citations = [citationSupportRecord({ state: 'unsupported' })];
    const { root, asked } = await render({ summary: { ...NONE, unsupported: 1 } }, { citations });
    root.querySelector<HTMLElement>('button')?.click();
    expect(asked()).toBe(1);
  });

  it('lists statements without a source, each with its reason and its place', async () => {
    const text = 'In 1999, *all* whales were counted.';
    const claims = [{ start: 0, end: text.length, text, reason: 'year' as const }];
    const { root } = await render({}, { claims });
    const claim = root.querySelector('.claim')?.textContent;
    expect(root.textContent).toContain('1 statement without a source');
    expect(claim).toContain('In 1999, all whales were counted.');
    expect(claim).toContain('names a year');
    expect(claim).toContain('1 Introduction');
  });

  it('says of each source that must be cited what to do', async () => {
    const { root } = await render({
      mandatoryUncited: [
        { key: 'bjork1994', reason: 'not_cited' },
        { key: 'oakley2014', reason: 'no_text' },
      ],
    });
    const notice = root.querySelector('tg-mandatory-notice')?.textContent;
    expect(notice).toContain('2 sources must be cited');
    expect(notice).toContain('[@bjork1994]');
    expect(notice).toContain('Add its full text');
  });
});
