import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { CitationStyleItem } from '../../../api/generated/models';
import { provideTestApi } from '../../../../testing/providers';
import { CitationStylesStore } from './citation-styles.store';

const styleIn = (inText: string): CitationStyleItem => ({
  id: 'apa',
  title: 'APA 7',
  kind: 'author-date',
  sample: { inText, bibliography: [] },
});

describe('CitationStylesStore', () => {
  let store: CitationStylesStore;
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideTestApi(), CitationStylesStore] });
    store = TestBed.inject(CitationStylesStore);
    http = TestBed.inject(HttpTestingController);
  });

  it('shows the samples of the language chosen last, whichever answer comes last', async () => {
    const english = store.load('en');
    const italian = store.load('it');
    const request = (language: string) =>
      http.expectOne(`/api/v1/citation-styles?language=${language}`);
    const late = request('en');
    request('it').flush({ items: [styleIn('italiano')] });
    late.flush({ items: [styleIn('English')] });
    await Promise.all([english, italian]);
    expect(store.styles().map(({ sample }) => sample.inText)).toEqual(['italiano']);
  });

  it('keeps what it has when the next language fails, and says so', async () => {
    const first = store.load('en');
    http.expectOne('/api/v1/citation-styles?language=en').flush({ items: [styleIn('English')] });
    await first;
    const second = store.load('uk');
    http
      .expectOne('/api/v1/citation-styles?language=uk')
      .flush(null, { status: 503, statusText: 'Unavailable' });
    await second;
    expect(store.problem()).not.toBeNull();
    expect(store.styles()).toHaveLength(1);
  });
});
