import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideEnglish } from '../../../../testing/providers';
import {
  citationSupportRecord,
  sectionRecord,
  sourceRecord,
  thesisRecord,
} from '../../../../testing/records';
import { Locale } from '../../../core/i18n/locale';
import { DocumentStore } from '../../workspace/document.store';
import { EvidencePanel } from './evidence-panel';
import { placedCitations } from './placed-citations';
import { SupportStore } from './support.store';

const section = sectionRecord({ content: 'One [@roediger2006; @gone]. Two [@roediger2006].' });

describe('EvidencePanel', () => {
  async function render(more: boolean) {
    document.body.innerHTML = '<span id="s1-citation-0" tabindex="-1"></span>';
    const support = {
      citations: [
        citationSupportRecord(),
        citationSupportRecord({ ordinal: 1, key: 'gone', state: 'unsupported' }),
        citationSupportRecord({ ordinal: 2, state: 'weak' }),
      ],
      claims: [],
      summary: { supported: 1, weak: 1, unsupported: 1, unchecked: 0 },
    };
    const concerns = more ? [{ sectionId: 's1' }] : [];
    TestBed.configureTestingModule({
      providers: [
        provideEnglish(),
        provideRouter([]),
        { provide: SupportStore, useValue: { of: () => support, concerns: () => concerns } },
        { provide: DocumentStore, useValue: { document: () => thesisRecord() } },
      ],
    });
    TestBed.inject(Locale);
    const fixture = TestBed.createComponent(EvidencePanel);
    const inputs = {
      bibliography: null,
      shown: { section, citation: { ...placedCitations(section.content)[0], sectionId: 's1' } },
      sources: new Map([['roediger2006', sourceRecord()]]),
    };
    for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
    const told: string[] = [];
    fixture.componentInstance.dismiss.subscribe(() => told.push('dismiss'));
    fixture.componentInstance.next.subscribe(() => told.push('next'));
    const root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    await fixture.whenStable();
    return { root, told };
  }

  it('shows what each work of the bracket has to say, and takes the focus', async () => {
    const { root } = await render(false);
    const works = [...root.querySelectorAll('tg-cited-work')].map((one) => one.textContent);
    expect(works).toHaveLength(2);
    expect(works[0]).toContain('The passage says this.');
    expect(works[1]).toContain('The passage does not say this.');
    expect(works[1]).toContain('No source of this document has this key.');
    expect(document.activeElement).toBe(root.querySelector('aside'));
  });

  it('leads back to its citation', async () => {
    const { root, told } = await render(false);
    const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
    root.querySelector('aside')?.dispatchEvent(escape);
    expect(told).toEqual(['dismiss']);
    expect(document.activeElement?.id).toBe('s1-citation-0');
  });

  it('offers the next place where there is one', async () => {
    const { root, told } = await render(true);
    [...root.querySelectorAll('button')].at(-1)?.click();
    expect(told).toEqual(['next']);
  });
});
