import { TestBed } from '@angular/core/testing';
import { Locale } from '../../../core/i18n/locale';
import type { Problem } from '../../../core/problem/problem';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { frontTextRecord, sectionRecord, sourceRecord } from '../../../../testing/records';
import { NO_CAPTIONS } from '../../../ui/prose/caption-numbers';
import { SourcesStore } from '../../sources/sources.store';
import { DocumentStore } from '../../workspace/document.store';
import { citationLabel } from '../citation-label';
import { FiguresStore } from '../figures/figures.store';
import { FrontMatterStore } from '../front-matter/front-matter.store';
import { isFrontPart } from '../front-matter/front-parts';
import { ReadingStore } from '../reading.store';
import { Autosave } from '../saving/autosave';
import { KeptDrafts } from '../saving/kept-drafts';
import { StoredTexts } from '../stored-texts';
import { FocusMode } from './focus-mode';
import { SectionEditor } from './section-editor';

const REFUSED: Problem = {
  ...{ status: 422, code: 'INVALID_CITATION', reason: null, retryAfter: null },
  detail: 'Nobody is no source.',
  fields: [{ pointer: '/content', message: '[@nobody]: No source has this key.' }],
};

describe('SectionEditor', () => {
  async function render(sectionId: string, content?: string) {
    TestBed.configureTestingModule({
      providers: [
        ...[provideTestApi(), provideEnglish()],
        ...[DocumentStore, FrontMatterStore, ReadingStore, SourcesStore, StoredTexts],
        ...[Autosave, FiguresStore, FocusMode, KeptDrafts],
      ],
    });
    // it sets the language, which draws what is there anew
    TestBed.inject(Locale);
    const store = TestBed.inject(ReadingStore);
    const text = isFrontPart(sectionId) ? frontTextRecord({ part: sectionId }) : sectionRecord();
    store.edit({ ...text, id: sectionId, ...(content !== undefined && { content }) });
    const fixture = TestBed.createComponent(SectionEditor);
    const sources = new Map([['roediger2006', sourceRecord()]]);
    const about = {
      ...{ title: 'Introduction', language: 'en', targetWords: 300 },
      ...{ otherWords: 0, isCounted: true },
      captions: { language: 'en', before: NO_CAPTIONS, references: new Map() },
    };
    const label = (items: Parameters<typeof citationLabel>[0]) =>
      citationLabel(items, sources, null);
    const inputs = { about, sources, citationLabel: label };
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    await fixture.whenStable();
    return { store, fixture, root: fixture.nativeElement as HTMLElement };
  }

  const alertOf = (root: HTMLElement) => root.querySelector('[role=alert]')?.textContent;

  it('says of a section what was refused, place by place', async () => {
    const { store, fixture, root } = await render('s1');
    store.type('Said so [@nobody].');
    store.problem.set(REFUSED);
    await fixture.whenStable();
    expect(alertOf(root)).toContain('Nobody is no source.');
    expect(alertOf(root)).toContain('[@nobody]: No source has this key.');
    expect(alertOf(root)).toContain('Show the place');
  });

  it('says of a text in front of the sections that it cites nothing at all', async () => {
    const { store, fixture, root } = await render('acknowledgements');
    store.type('Said so [@nobody].');
    store.problem.set(REFUSED);
    await fixture.whenStable();
    expect(alertOf(root)).toContain('This text stands by itself and cites nothing.');
    expect(alertOf(root)).not.toContain('source');
  });

  it.each([
    ['abstract', 'An abstract is read by itself'],
    ['acknowledgements', 'Whom would you like to thank?'],
    ['abbreviations', 'A table with two columns or a list'],
    ['s1', 'Type @ to cite a source.'],
  ])('says what is expected of %s, and lets one cite in sections only', async (id, hint) => {
    const { root } = await render(id);
    expect(root.querySelector('.room-hint')?.textContent).toContain(hint);
    expect(root.querySelector('[aria-label="Cite a source"]') !== null).toBe(id === 's1');
  });

  it('shows citations under their names, and those of nobody as such', async () => {
    const { root } = await render('s1', 'So it is [@roediger2006, p. 5]. Not so [@nobody].');
    const chips = [...root.querySelectorAll('.room-text .tg-citation')];
    expect(chips.map(({ textContent }) => textContent)).toEqual([
      '(Roediger & Karpicke, 2006, p. 5)',
      '(nobody?)',
    ]);
    expect(chips[1]?.getAttribute('aria-label')).toBe(
      'Citation of a source that is not there: (nobody?)',
    );
  });

  it('shows the same text as Markdown, and takes over what is changed there', async () => {
    const { store, fixture, root } = await render('s1', 'One *two*.');
    const source = () => root.querySelector<HTMLButtonElement>('[aria-label="Show as Markdown"]');
    source()?.click();
    await fixture.whenStable();
    const field = root.querySelector('textarea');
    expect(field?.value).toBe('One *two*.');
    store.type('Three **four**.');
    await fixture.whenStable();
    source()?.click();
    await fixture.whenStable();
    expect(root.querySelector('.room-text strong')?.textContent).toBe('four');
  });

  it('takes over a text that comes from elsewhere, and gives it back unchanged', async () => {
    const { store, fixture, root } = await render('s1', 'One.');
    store.replace('Two _three_.\n\n\n* x');
    await fixture.whenStable();
    expect(root.querySelector('.room-text em')?.textContent).toBe('three');
    store.settle();
    expect(store.draft()?.content).toBe('Two _three_.\n\n\n* x');
  });

  it('counts words and characters', async () => {
    const { root } = await render('s1', 'Two words [@roediger2006].');
    const counts = root.querySelector('.counts-line')?.textContent;
    expect(counts).toContain('2 of about 300 words');
    expect(counts).toContain('10 characters, 9 without spaces');
  });
});
