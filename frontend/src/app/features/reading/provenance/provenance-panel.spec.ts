import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Provenance } from '../../../api/generated/models';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { sectionRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { Locale } from '../../../core/i18n/locale';
import { DocumentStore } from '../../workspace/document.store';
import { ProvenancePanel } from './provenance-panel';
import { ProvenanceStore } from './provenance.store';

const URL = '/api/v1/documents/d1/provenance';
const draft = { step: 'draft', writer: 'offline', promptVersion: null, version: 3 } as const;

const PROVENANCE: Provenance = {
  sections: [
    {
      ...{ sectionId: 's1', title: 'Introduction', version: 3 },
      origins: [{ ...draft, at: '2026-11-01T10:00:00.000Z' }],
      spans: [{ start: 0, end: 30, origin: 0, keys: [] }],
    },
  ],
  frontMatter: [
    {
      ...{
        part: 'second_abstract',
        version: 2,
        origins: [{ ...draft, at: '2026-11-01T10:00:00.000Z' }],
      },
      spans: [{ start: 0, end: 9, origin: 0, keys: [] }],
    },
  ],
  words: { model: 0, offline: 999, person: 1 },
  models: [],
  declaration: { title: 'Declaration', paragraphs: ['Made with a program.', 'I answer for it.'] },
};

describe('who wrote what', () => {
  async function render(provenance: Provenance) {
    TestBed.configureTestingModule({
      providers: [
        ...[provideTestApi(), provideEnglish(), provideRouter([])],
        ...[DocumentStore, ProvenanceStore],
      ],
    });
    TestBed.inject(Locale);
    const store = TestBed.inject(ProvenanceStore);
    const fixture = TestBed.createComponent(ProvenancePanel);
    const loaded = store.load('d1');
    TestBed.inject(HttpTestingController).expectOne(URL).flush(provenance);
    await loaded;
    await settled();
    await fixture.whenStable();
    return { store, root: fixture.nativeElement as HTMLElement };
  }

  it('gives every hand its share, and rounds none away', async () => {
    const { root } = await render(PROVENANCE);
    const shares = [...root.querySelectorAll('.hand-share')].map((one) => one.textContent);
    expect(shares).toEqual(['1%', '99%']);
  });

  it('shows the declaration that exports carry', async () => {
    const { root } = await render(PROVENANCE);
    const declared = root.querySelector('.declaration')?.textContent;
    expect(declared).toContain('Made with a program.');
    expect(declared).toContain('I answer for it.');
  });

  it('says so when there is nothing to declare', async () => {
    const words = { model: 0, offline: 0, person: 20 };
    const { root } = await render({ ...PROVENANCE, words, declaration: null });
    expect(root.querySelector('.declaration')).toBeNull();
    expect(root.textContent).toContain('You wrote everything yourself');
  });

  it('marks the text only while it is wanted, and never another one', async () => {
    const { store } = await render(PROVENANCE);
    expect(store.rangesOf(sectionRecord())).toEqual([]);
    store.shown.set(true);
    expect(store.rangesOf(sectionRecord())).toMatchObject([{ start: 0, end: 30, look: 'offline' }]);
    expect(store.rangesOf(sectionRecord())[0]?.label).toContain('Arranged');
    expect(store.rangesOf(sectionRecord({ version: 4 }))).toEqual([]);
    const abstract = { id: 'second_abstract', version: 2 };
    expect(store.rangesOf(abstract)).toMatchObject([{ start: 0, end: 9, look: 'offline' }]);
    expect(store.rangesOf({ ...abstract, id: 'abstract' })).toEqual([]);
  });
});
