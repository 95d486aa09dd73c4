import { HttpTestingController } from '@angular/common/http/testing';
import { outputBinding } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import type { GoneSource } from '../../../api/generated/models';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { sourceRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { Locale } from '../../../core/i18n/locale';
import { DocumentStore } from '../../workspace/document.store';
import { SourcesStore } from '../sources.store';
import { JoinedWorks } from './joined-works';
import { JoinsStore } from './joins.store';

const SOURCES = '/api/v1/documents/d1/sources';
const gone = sourceRecord({ id: 'gone', key: 'gone', title: 'Testing, a preprint' });
const into = sourceRecord({ id: 'into', key: 'into', title: 'Testing' });

describe('JoinedWorks', () => {
  async function render(sections: string[], earlier: GoneSource[] = []) {
    TestBed.configureTestingModule({
      providers: [provideTestApi(), provideEnglish(), DocumentStore, JoinsStore, SourcesStore],
    });
    TestBed.inject(Locale);
    const http = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(SourcesStore).load('d1');
    const page = { items: [gone, into], total: 2, page: 1, perPage: 100, totalPages: 1 };
    http.expectOne(`${SOURCES}?page=1&perPage=100`).flush(page);
    await loaded;
    const joined = TestBed.inject(JoinsStore).join(gone, into);
    http.expectOne(`${SOURCES}/gone/merge`).flush({ key: 'into', sections });
    await settled();
    http.expectOne(`${SOURCES}/into`).flush(into);
    await joined;
    let away = 0;
    const fixture = TestBed.createComponent(JoinedWorks, {
      bindings: [outputBinding('away', () => (away += 1))],
    });
    const root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    const stable = async () => {
      await settled();
      await fixture.whenStable();
    };
    const press = async (name: string) => {
      [...root.querySelectorAll('button')]
        .find(({ textContent }) => textContent.trim() === name)
        ?.click();
      await stable();
    };
    const text = () => root.textContent.replace(/\s+/g, ' ').trim();
    await stable();
    http.expectOne('/api/v1/documents/d1/gone-sources').flush({ items: earlier });
    await stable();
    return { root, http, fixture, stable, press, text, away: () => away };
  }

  it('tells what became of the text', async () => {
    const { text } = await render(['s1', 's2']);
    expect(text()).toContain('“Testing, a preprint” (gone) is now one with into.');
    expect(text()).toContain('Its citations were renamed in 2 sections.');
  });

  it('tells that the text said nothing of it', async () => {
    expect((await render([])).text()).toContain('Your text did not cite it.');
  });

  it('takes the two apart, and keeps the focus at them', async () => {
    const { root, http, stable, press, text } = await render(['s1']);
    root.querySelector('button')?.focus();
    await press('Take them apart again');
    http.expectOne(`${SOURCES}/gone/merge/undo`).flush({ id: 'gone', key: 'gone', sections: [] });
    await stable();
    http.expectOne(`${SOURCES}/gone`).flush(gone);
    http.expectOne(`${SOURCES}/into`).flush(into);
    await stable();
    expect(text()).toContain('Taken apart: gone and into are two again');
    expect(document.activeElement).toBe(root.querySelector('.joined-work'));
  });

  it('says what stands in the way, and still offers it', async () => {
    const { http, stable, press, text } = await render(['s1']);
    await press('Take them apart again');
    const problem = { code: 'CONFLICT', detail: 'The text has been changed since.' };
    http
      .expectOne(`${SOURCES}/gone/merge/undo`)
      .flush(problem, { status: 409, statusText: 'Conflict' });
    await stable();
    expect(text()).toContain('The text has been changed since.');
    expect(text()).toContain('Take them apart again');
  });

  it('offers the way back of earlier ones too', async () => {
    const mergedAt = '2026-11-01T10:00:00.000Z';
    const old = { id: 'old', key: 'old', title: 'Recall', into: 'into', sections: 0, mergedAt };
    const { root, http, stable, press, text } = await render([], [old]);
    await press('Close this');
    expect(root.querySelector('summary')?.textContent).toContain('2 sources became one');
    const [, undo] = root.querySelectorAll<HTMLElement>('.joined-earlier button');
    undo?.focus();
    undo?.click();
    http.expectOne(`${SOURCES}/old/merge/undo`).flush({ id: 'old', key: 'old', sections: [] });
    await stable();
    http.expectOne(`${SOURCES}/old`).flush({ ...gone, id: 'old', key: 'old' });
    http.expectOne(`${SOURCES}/into`).flush(into);
    await stable();
    expect(text()).toContain('Taken apart: old and into are two again');
    expect(document.activeElement).toBe(root.querySelector('.joined-work'));
  });

  it('is put away on request', async () => {
    const { root, press, away } = await render(['s1']);
    await press('Close this');
    expect(root.querySelector('tg-notice')).toBeNull();
    expect(root.querySelector('summary')?.textContent).toContain('1 source became one');
    expect(away()).toBe(1);
  });
});
