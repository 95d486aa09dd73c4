import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import type { Source } from '../../../api/generated/models';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { sourceRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { Locale } from '../../../core/i18n/locale';
import { DocumentStore } from '../../workspace/document.store';
import { ApartPairs } from '../joining/apart-pairs';
import { JoinsStore } from '../joining/joins.store';
import type { LikelyPair } from '../joining/likely-pair';
import { SourcesStore } from '../sources.store';
import { SourceList } from './source-list';

const STORES = [DocumentStore, JoinsStore, SourcesStore];

const named = (n: number) =>
  sourceRecord({ id: String(n), key: `key${String(n)}`, title: `Work ${String(n)}` });

describe('SourceList', () => {
  beforeEach(() => {
    localStorage.clear();
  });

  async function render(sources: Source[]) {
    TestBed.configureTestingModule({
      providers: [provideTestApi(), provideEnglish(), provideRouter([]), ...STORES],
    });
    TestBed.inject(Locale); // as at the start of the app, before anything is shown
    const http = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(SourcesStore).load('d1');
    const page = { items: sources, total: sources.length, page: 1, perPage: 100, totalPages: 1 };
    http.expectOne('/api/v1/documents/d1/sources?page=1&perPage=100').flush(page);
    await loaded;
    const fixture = TestBed.createComponent(SourceList);
    const root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    Element.prototype.scrollIntoView = () => undefined; // jsdom has no layout
    const stable = async () => {
      await settled();
      await fixture.whenStable();
    };
    await stable();
    const titles = () =>
      [...root.querySelectorAll('.source-item-title')].map(({ textContent }) => textContent);
    const press = async (name: string) => {
      [...root.querySelectorAll('button')]
        .find((one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === name)
        ?.click();
      await stable();
    };
    const choose = async (state: string) => {
      root.querySelector<HTMLElement>(`input[value=${state}]`)?.click();
      await stable();
    };
    return { root, http, fixture, stable, titles, press, choose };
  }

  it('makes of a long library the rows that are near, each with its place', async () => {
    const { root, titles } = await render(Array.from({ length: 60 }, (_, n) => named(n)));
    expect(titles().length).toBeGreaterThan(0);
    expect(titles().length).toBeLessThan(60);
    const [first] = root.querySelectorAll('li[aria-posinset]');
    expect(first?.getAttribute('aria-setsize')).toBe('60');
    expect(first?.getAttribute('aria-posinset')).toBe('1');
  });

  it('orders what is shown', async () => {
    const titled = (title: string, n: number) => ({ ...named(n), title });
    const works = ['Owls', 'apes', 'Zebras', 'Bees', 'Cats', 'Dogs'].map(titled);
    const { root, titles, stable } = await render(works);
    const order = root.querySelector('select')!;
    order.value = 'title';
    order.dispatchEvent(new Event('change'));
    await stable();
    expect(titles()).toEqual(['apes', 'Bees', 'Cats', 'Dogs', 'Owls', 'Zebras']);
  });

  it('shows those of one state, and says when there are none', async () => {
    const { root, titles, choose } = await render([named(1), { ...named(2), mandatory: true }]);
    await choose('mandatory');
    expect(titles()).toEqual(['Work 2']);
    await choose('notFound');
    expect(titles()).toEqual([]);
    expect(root.textContent).toContain('No source matches.');
  });

  it('says of what is checked in words how it is', async () => {
    const { root, http, stable, press } = await render([named(1)]);
    expect(root.textContent).toContain('Not checked yet');
    await press('Check “Work 1”');
    http.expectOne('/api/v1/documents/d1/sources/1/check').flush({
      state: 'not_found',
      differences: [],
      provider: null,
      retracted: null,
      checkedAt: new Date().toISOString(),
    });
    await stable();
    expect(root.textContent).toContain('Not found anywhere');
  });

  it('says which source looks like another, and has them compared', async () => {
    const likely: LikelyPair[] = [];
    const preprint = { ...named(2), title: 'Work 1' };
    const { root, fixture, press } = await render([named(1), preprint, named(3)]);
    fixture.componentInstance.join.subscribe((pair) => likely.push(pair));
    expect(root.querySelectorAll('.source-item-twin')).toHaveLength(2);
    await press('Compare “Work 1” with key2');
    await press('“Work 3” is the same work as another');
    expect(likely.map(({ source, other }) => [source.key, other?.key])).toEqual([
      ['key1', 'key2'],
      ['key3', undefined],
    ]);
  });

  it('says no more of two that are known to be two, and keeps the focus at what it was about', async () => {
    const { root, stable } = await render([named(1), { ...named(2), title: 'Work 1' }]);
    root.querySelector<HTMLElement>('.source-item-twin button')?.focus();
    TestBed.inject(ApartPairs).keep({ id: '1' }, { id: '2' });
    await stable();
    expect(root.querySelector('.source-item-twin')).toBeNull();
    expect(document.activeElement).toBe(root.querySelector('.source-item-title'));
  });

  it('keeps the focus when the source that had it fits the filter no more', async () => {
    const { root, http, stable, titles, press, choose } = await render([named(1), named(2)]);
    await choose('needsCheck');
    root.querySelector<HTMLElement>('[aria-label="Check “Work 1”"]')?.focus();
    await press('Check “Work 1”');
    http.expectOne('/api/v1/documents/d1/sources/1/check').flush({
      state: 'verified',
      differences: [],
      provider: 'openalex',
      retracted: false,
      checkedAt: new Date().toISOString(),
    });
    await stable();
    expect(titles()).toEqual(['Work 2']);
    expect(document.activeElement).toBe(root.querySelector('h3'));
  });
});
