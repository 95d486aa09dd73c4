import { HttpTestingController } from '@angular/common/http/testing';
import { inputBinding, outputBinding, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideDialogs } from '../../../../testing/dialogs';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { sourceRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { Locale } from '../../../core/i18n/locale';
import { DocumentStore } from '../../workspace/document.store';
import { SourcesStore } from '../sources.store';
import { JoinDialog } from './join-dialog';
import { JoinsStore } from './joins.store';
import type { LikelyPair } from './likely-pair';

const SOURCES = '/api/v1/documents/d1/sources';
const subject = sourceRecord({ id: 'subject', key: 'subject', volume: null });
const alike = sourceRecord({ id: 'alike', key: 'alike' });
const stranger = sourceRecord({ id: 'stranger', key: 'stranger', title: 'Owls of the night' });

describe('JoinDialog', () => {
  async function render(other: LikelyPair['other']) {
    provideDialogs();
    TestBed.configureTestingModule({
      providers: [provideTestApi(), provideEnglish(), DocumentStore, JoinsStore, SourcesStore],
    });
    TestBed.inject(Locale);
    const http = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(SourcesStore).load('d1');
    const items = [stranger, subject, alike];
    const page = { items, total: 3, page: 1, perPage: 100, totalPages: 1 };
    http.expectOne(`${SOURCES}?page=1&perPage=100`).flush(page);
    await loaded;
    const pair = signal<LikelyPair | null>({ source: subject, other });
    const ends: string[] = [];
    const fixture = TestBed.createComponent(JoinDialog, {
      bindings: [
        inputBinding('pair', pair),
        outputBinding<string>('closed', (end) => ends.push(end)),
      ],
    });
    const root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    const stable = async () => {
      await settled();
      await fixture.whenStable();
    };
    await stable();
    const press = async (name: RegExp) => {
      const buttons = [...root.querySelectorAll('button')];
      buttons.find(({ textContent }) => name.test(textContent))?.click();
      await stable();
    };
    const text = () => root.textContent.replace(/\s+/g, ' ');
    return { root, http, ends, stable, press, text };
  }

  const cited = async (
    { http, stable }: Awaited<ReturnType<typeof render>>,
    id: string,
    times: number,
  ) => {
    http.expectOne(`${SOURCES}/${id}/citations`).flush({ items: Array(times).fill({}) });
    await stable();
  };

  it('offers the others, the most alike first, and finds among them', async () => {
    const { root, stable } = await render(null);
    const titles = () =>
      [...root.querySelectorAll('.join-choice code')].map(({ textContent }) => textContent);
    expect(titles()).toEqual(['alike', 'stranger']);
    expect(root.querySelector('.join-choice')?.textContent).toContain('Similar title');
    const field = root.querySelector('input')!;
    expect(document.activeElement).toBe(field);
    field.value = 'owls';
    field.dispatchEvent(new Event('input'));
    await stable();
    expect(titles()).toEqual(['stranger']);
    field.value = 'nothing like it';
    field.dispatchEvent(new Event('input'));
    await stable();
    expect(root.textContent).toContain('No other source matches.');
  });

  it('says which one stays, and what becomes of the citations of the other', async () => {
    const dialog = await render(null);
    const { root, press, text } = dialog;
    await press(/alike/);
    await cited(dialog, 'subject', 2);
    const kept = root.querySelector<HTMLInputElement>('input:checked')!;
    expect(kept.closest('label')?.textContent).toContain('alike');
    expect(document.activeElement).toBe(kept);
    expect(text()).toContain('Your text cites subject in 2 places; it will cite alike there.');
    root.querySelector<HTMLInputElement>('input:not(:checked)')?.click();
    await dialog.stable();
    await cited(dialog, 'alike', 0);
    expect(text()).toContain('Your text does not cite alike');
    await press(/Choose another one/);
    expect(root.querySelector('input[type=search]')).toBe(document.activeElement);
  });

  it('makes them one, and closes', async () => {
    const dialog = await render(alike);
    await cited(dialog, 'subject', 1);
    await dialog.press(/Make them one/);
    const request = dialog.http.expectOne(`${SOURCES}/subject/merge`);
    expect(request.request.body).toEqual({ into: 'alike' });
    request.flush({ key: 'alike', sections: ['s1'] });
    await dialog.stable();
    dialog.http.expectOne(`${SOURCES}/alike`).flush(alike);
    await dialog.stable();
    expect(dialog.ends).toEqual(['joined']);
  });

  it('lets two that only look alike be two', async () => {
    const dialog = await render(alike);
    await cited(dialog, 'subject', 0);
    await dialog.press(/They are two works/);
    expect(dialog.ends).toEqual(['apart']);
    await dialog.press(/Choose another one/);
    await dialog.press(/Owls/);
    await cited(dialog, 'subject', 0);
    expect(dialog.text()).not.toContain('They are two works');
  });

  it('says what stands in the way, and what to do then', async () => {
    const dialog = await render(alike);
    await cited(dialog, 'subject', 1);
    await dialog.press(/Make them one/);
    const problem = { code: 'INVALID_CITATION', detail: 'It has no page 99.' };
    dialog.http
      .expectOne(`${SOURCES}/subject/merge`)
      .flush(problem, { status: 422, statusText: 'Unprocessable Content' });
    await dialog.stable();
    expect(dialog.text()).toContain('It has no page 99.');
    expect(dialog.text()).toContain('Let the other one stay');
    expect(dialog.ends).toEqual([]);
  });
});
