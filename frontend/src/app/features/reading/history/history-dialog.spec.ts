import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideDialogs } from '../../../../testing/dialogs';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { sectionRecord, thesisRecord, versionRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { Locale } from '../../../core/i18n/locale';
import { DocumentStore } from '../../workspace/document.store';
import { HistoryDialog } from './history-dialog';

const DOCUMENT = '/api/v1/documents/d1';
const now = versionRecord({ id: 'v2', version: 3, step: 'edit', writer: null });
const polished = versionRecord({ step: 'polish', writer: 'model-a' });

describe('HistoryDialog', () => {
  beforeAll(provideDialogs);

  async function render(items = [now, polished]) {
    TestBed.configureTestingModule({
      providers: [provideTestApi(), provideEnglish(), DocumentStore],
    });
    TestBed.inject(Locale);
    const http = TestBed.inject(HttpTestingController);
    const loaded = TestBed.inject(DocumentStore).load('d1');
    http.expectOne(DOCUMENT).flush(thesisRecord());
    await loaded;
    const fixture = TestBed.createComponent(HistoryDialog);
    fixture.componentRef.setInput('sectionId', 's1');
    const told: string[] = [];
    const { closed, restored, edit } = fixture.componentInstance;
    closed.subscribe(() => told.push('closed'));
    restored.subscribe(() => told.push('restored'));
    edit.subscribe(({ content }) => told.push(content));
    const stable = async () => {
      await settled();
      await fixture.whenStable();
    };
    await stable();
    const total = items.length;
    http
      .expectOne(({ url }) => url === `${DOCUMENT}/versions`)
      .flush({ items, total, page: 1, perPage: 20, totalPages: 1 });
    await stable();
    if (total > 1) http.expectOne(`${DOCUMENT}/versions/v1`).flush(polished);
    await stable();
    const root = fixture.nativeElement as HTMLElement;
    const press = async (label: string, within = 'tg-dialog') => {
      const buttons = [...(root.querySelector(within)?.querySelectorAll('button') ?? [])];
      buttons.find(({ textContent }) => textContent.trim() === label)?.click();
      await stable();
    };
    return { root, http, told, press, stable };
  }

  it('says when, by whom and how long each text was', async () => {
    const { root } = await render();
    const items = [...root.querySelectorAll('.version')].map(({ textContent }) => textContent);
    expect(items[0]).toContain('as it is now');
    expect(items[0]).toContain('you');
    expect(items[1]).toContain('model-a, polishing');
    expect(items[1]).toContain('2 words');
  });

  it('shows the differences of the latest earlier text', async () => {
    const { root } = await render();
    expect(root.querySelector('.word-diff-text del')?.textContent).toContain('Sleep');
    expect(root.querySelector('.word-diff-text ins')?.textContent).toContain('Testing');
  });

  it('says so where there is nothing earlier', async () => {
    const { root } = await render([now]);
    expect(root.textContent).toContain('There is no earlier text yet');
  });

  it('restores on the word of its author only', async () => {
    const { http, told, press, stable } = await render();
    await press('Bring this text back');
    await press('Leave it as it is', 'tg-confirm');
    http.expectNone(`${DOCUMENT}/versions/v1/restore`);
    await press('Bring this text back');
    await press('Bring this text back', 'tg-confirm');
    const saved = sectionRecord({ content: polished.content, version: 4 });
    http.expectOne(`${DOCUMENT}/versions/v1/restore`).flush(saved);
    await stable();
    expect(told).toEqual(['restored', 'closed']);
  });

  it('says with the words of the server why not, and loses nothing', async () => {
    const { root, http, told, press, stable } = await render();
    await press('Bring this text back');
    await press('Bring this text back', 'tg-confirm');
    const detail = 'roediger2006 is no source of this document.';
    http
      .expectOne(`${DOCUMENT}/versions/v1/restore`)
      .flush({ code: 'INVALID_CITATION', detail }, { status: 422, statusText: 'Unprocessable' });
    await stable();
    expect(root.querySelector('[role=alert]')?.textContent).toContain(detail);
    expect(root.querySelector('.word-diff-text')).not.toBeNull();
    await press('Mend it first');
    expect(told).toEqual([polished.content]);
  });
});
