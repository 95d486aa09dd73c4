import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideEnglish, provideTestApi } from '../../../../testing/providers';
import { sourceRecord } from '../../../../testing/records';
import { settled } from '../../../../testing/settled';
import { SourcesStore } from '../sources.store';
import { SourceForm } from './source-form';

const source = sourceRecord({ id: 's1' });
const URL = '/api/v1/documents/d1/sources/s1';

describe('SourceForm', () => {
  async function render() {
    TestBed.configureTestingModule({
      providers: [provideTestApi(), provideEnglish(), SourcesStore],
    });
    const http = TestBed.inject(HttpTestingController);
    void TestBed.inject(SourcesStore).load('d1');
    const page = { items: [source], total: 1, page: 1, perPage: 100, totalPages: 1 };
    http.expectOne('/api/v1/documents/d1/sources?page=1&perPage=100').flush(page);
    const fixture = TestBed.createComponent(SourceForm);
    fixture.componentRef.setInput('source', source);
    const ends: string[] = [];
    fixture.componentInstance.closed.subscribe((end) => ends.push(end));
    const root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    const stable = async () => {
      await settled();
      await fixture.whenStable();
    };
    await stable();
    const field = (label: string) =>
      [...root.querySelectorAll('tg-field')]
        .find((one) => one.querySelector('label')?.textContent.trim() === label)!
        .querySelector<HTMLInputElement>('.tg-control')!;
    const fill = (label: string, text: string) => {
      field(label).value = text;
      field(label).dispatchEvent(new Event('input'));
    };
    const press = async (name: string) => {
      [...root.querySelectorAll('button')]
        .find(({ textContent }) => textContent.trim() === name)
        ?.click();
      await stable();
    };
    return { root, http, stable, field, fill, press, ends };
  }

  it('saves what was changed', async () => {
    const { http, stable, fill, press, ends } = await render();
    fill('Volume', '18');
    fill('Given names', 'Henry');
    await press('Add an organisation');
    fill('Organisation', 'UNESCO');
    await press('Save');
    const request = http.expectOne(URL);
    expect(request.request.body).toEqual({
      volume: '18',
      authors: ['Roediger, Henry', 'Karpicke, Jeffrey D.', 'UNESCO'],
    });
    request.flush({ ...source, volume: '18' });
    await stable();
    expect(ends).toEqual(['saved']);
  });

  it('says beside the field what the API found wrong, and leads there', async () => {
    const { root, http, stable, field, fill, press, ends } = await render();
    fill('DOI', 'none');
    await press('Save');
    const errors = [{ pointer: '/doi', message: 'This is no DOI.' }];
    http
      .expectOne(URL)
      .flush(
        { code: 'VALIDATION_FAILED', detail: 'Look.', errors },
        { status: 422, statusText: '' },
      );
    await stable();
    await stable();
    const said = root.querySelector(`[id="${field('DOI').getAttribute('aria-describedby')!}"]`);
    expect(said?.textContent).toBe('This is no DOI.');
    expect(document.activeElement).toBe(field('DOI'));
    expect(ends).toEqual([]);
  });

  it('asks for nothing where something is plainly wrong', async () => {
    const { root, http, fill, press } = await render();
    fill('Title', '');
    fill('Year', 'last year');
    await press('Add an organisation');
    fill('Organisation', 'Institute, Berlin');
    await press('Save');
    http.expectNone(URL);
    const said = [...root.querySelectorAll('.tg-field-error')].map(
      ({ textContent }) => textContent,
    );
    expect(said).toEqual([
      'This is needed.',
      'The name of an organisation cannot have a comma here.',
      'Use a year of up to four digits.',
    ]);
  });

  it('is over at once where nothing was changed', async () => {
    const { http, press, ends } = await render();
    await press('Save');
    http.expectNone(URL);
    expect(ends).toEqual(['cancelled']);
  });
});
