import { TestBed } from '@angular/core/testing';
import { TranslocoService } from '@jsverse/transloco';
import { firstValueFrom } from 'rxjs';
import { provideEnglish, provideTestApi } from '../../../testing/providers';
import { frontTextRecord } from '../../../testing/records';
import { SourcesStore } from '../sources/sources.store';
import { DocumentStore } from '../workspace/document.store';
import { FiguresStore } from './figures/figures.store';
import { FrontMatterStore } from './front-matter/front-matter.store';
import { ReadingStore } from './reading.store';
import { ShownDocument } from './shown-document';
import { StoredTexts } from './stored-texts';

describe('ShownDocument', () => {
  beforeEach(async () => {
    TestBed.configureTestingModule({
      providers: [
        ...[provideTestApi(), provideEnglish(), DocumentStore, FiguresStore, FrontMatterStore],
        ...[ReadingStore, ShownDocument, SourcesStore, StoredTexts],
      ],
    });
    await firstValueFrom(TestBed.inject(TranslocoService).load('en'));
  });

  it('tells of a text in front of the chapters what it is called, and its language', () => {
    const texts = [
      frontTextRecord({ part: 'second_abstract', language: 'de' }),
      frontTextRecord({ part: 'acknowledgements', language: 'uk' }),
    ];
    const about = texts.map((text) => {
      TestBed.inject(FrontMatterStore).know(text);
      TestBed.inject(ReadingStore).edit({ ...text, id: text.part });
      return TestBed.inject(ShownDocument).about();
    });
    expect(about).toMatchObject([
      { title: 'Abstract in another language: German', language: 'de', isCounted: false },
      { title: 'Acknowledgements', language: 'uk', isCounted: false },
    ]);
  });
});
