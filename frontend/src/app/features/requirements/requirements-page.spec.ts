import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideDialogs } from '../../../testing/dialogs';
import { provideEnglish, provideTestApi } from '../../../testing/providers';
import { thesisRecord, knownProfileRecord, requirementsRecord } from '../../../testing/records';
import { settled } from '../../../testing/settled';
import type { Requirements } from '../../api/generated/models';
import { Locale } from '../../core/i18n/locale';
import { DocumentStore } from '../workspace/document.store';
import { RequirementsPage } from './requirements-page';
import { RequirementsStore } from './requirements.store';

const URL = '/api/v1/documents/d1/requirements';
const UPLOAD = '/api/v1/documents/d1/custom-requirements/upload';
const profiles = [
  knownProfileRecord({
    id: 'p1',
    name: 'Institute of Otters',
    source: null,
    shared: true,
    own: true,
  }),
  knownProfileRecord(),
];

describe('RequirementsPage', () => {
  beforeAll(provideDialogs);

  async function render(requirements: Requirements = requirementsRecord()) {
    TestBed.configureTestingModule({
      providers: [
        ...[provideTestApi(), provideEnglish(), provideRouter([])],
        ...[DocumentStore, RequirementsStore],
      ],
    });
    TestBed.inject(Locale); // as at the start of the app, before anything is shown
    Element.prototype.scrollIntoView = () => undefined; // jsdom has no layout
    const http = TestBed.inject(HttpTestingController);
    const opened = TestBed.inject(DocumentStore).load('d1');
    http.expectOne('/api/v1/documents/d1').flush(thesisRecord());
    await opened;
    const loaded = TestBed.inject(RequirementsStore).load('d1');
    http.expectOne(URL).flush(requirements);
    await loaded;
    const fixture = TestBed.createComponent(RequirementsPage);
    http.expectOne('/api/v1/formatting-profiles').flush({ items: profiles });
    const root = fixture.nativeElement as HTMLElement;
    document.body.append(root);
    const stable = async () => {
      await settled();
      await fixture.whenStable();
    };
    await stable();
    const find = (name: string) =>
      [...root.querySelectorAll('button')].find(
        (one) => (one.getAttribute('aria-label') ?? one.textContent.trim()) === name,
      );
    const press = async (name: string) => {
      find(name)?.click();
      await stable();
    };
    const row = (rule: string) => root.querySelector<HTMLElement>(`#rule-${rule}`)!;
    const type = async (rule: string, text: string) => {
      const control = row(rule).querySelector('input')!;
      control.value = text;
      control.dispatchEvent(new Event('change'));
      await stable();
    };
    const upload = async (file: File) => {
      const input = root.querySelector<HTMLInputElement>('input[type=file]')!;
      Object.defineProperty(input, 'files', { configurable: true, get: () => [file] });
      Object.defineProperty(input, 'value', { configurable: true, writable: true, value: '' });
      input.dispatchEvent(new Event('change'));
      await stable();
    };
    return { page: fixture.componentInstance, root, http, stable, press, find, row, type, upload };
  }

  it('shows each value with its sentence, its page and how sure it is', async () => {
    const { row } = await render();
    expect(row('fontSize').textContent).toContain('Use 12 pt.');
    expect(row('fontSize').textContent).toContain('It says so clearly.');
    expect(row('fontSize').textContent).toContain('To confirm');
    expect(row('marginLeft').textContent).toContain('page 4');
    expect(row('marginLeft').textContent).toContain('Another sentence says something else.');
    expect(row('font').textContent).toContain('Not ruled');
  });

  it('shows both sentences of a contradiction, with none of them chosen', async () => {
    const { root, http, press, stable } = await render();
    const conflict = root.querySelector('.conflict')!;
    expect(conflict.textContent).toContain('The left margin is 3 cm.');
    expect(conflict.textContent).toContain('The left margin must be 4 cm wide.');
    const [first, other] = conflict.querySelectorAll('input');
    expect([first?.checked, other?.checked]).toEqual([false, false]);
    other?.click();
    await stable();
    await press('Save the rules');
    const request = http.expectOne(URL);
    expect(request.request.headers.get('If-Match')).toBe('"2"');
    expect(request.request.body).toEqual({
      formatting: { marginLeft: 40, fontSize: 12 },
      titlePage: {},
      open: ['fontSize'],
    });
    request.flush(requirementsRecord({ version: 3 }));
    await stable();
    expect(root.textContent).toContain('Saved.');
  });

  it('confirms what is read, all at once but for contradictions', async () => {
    const { page, find, press } = await render();
    expect(page.hasUnsavedChanges()).toBe(false);
    await press('Confirm all the rest');
    expect(page.hasUnsavedChanges()).toBe(true);
    expect(find('Confirm “Left margin”')).toBeDefined();
    expect(find('Confirm “Size of the text”')).toBeUndefined();
    await press('Discard changes');
    expect(page.hasUnsavedChanges()).toBe(false);
  });

  it('marks what is corrected as the student’s, takes it back, and leaves a rule open', async () => {
    const { page, row, press, type } = await render();
    await type('fontSize', '14');
    expect(row('fontSize').textContent).toContain('Yours');
    await press('Undo the change of “Size of the text”');
    expect(page.hasUnsavedChanges()).toBe(false);
    await press('Confirm “Size of the text”');
    await type('fontSize', '');
    expect(row('fontSize').textContent).toContain('Not ruled');
  });

  it('saves nothing that cannot hold, and leads there', async () => {
    const { http, row, press, type } = await render();
    await type('marginTop', '400');
    await press('Save the rules');
    http.expectNone(URL);
    expect(row('marginTop').textContent).toContain('Use a number from 5 to 60.');
    expect(document.activeElement).toBe(row('marginTop').querySelector('input'));
  });

  it('leads from a silence to its place', async () => {
    const { press, row } = await render();
    await press('State: Typeface');
    expect(document.activeElement).toBe(row('font').querySelector('select'));
  });

  it('takes a profile into the form, and shares no more what was shared', async () => {
    const { root, http, press, row, stable } = await render();
    expect(root.querySelector('.profile a')?.getAttribute('href')).toBe(
      'https://apastyle.apa.org/',
    );
    await press('Take “APA 7, student paper”');
    expect(row('lineSpacing').textContent).toContain('From the profile');
    expect(root.querySelector('.conflict')).toBeNull();
    await press('Stop sharing “Institute of Otters”');
    http.expectOne('/api/v1/formatting-profiles/p1').flush(null);
    await stable();
    expect(root.querySelectorAll('.profile')).toHaveLength(1);
  });

  it('orders the parts', async () => {
    const { row, press, page, stable } = await render();
    const list = row('partOrder').querySelector('select')!;
    for (const part of ['body', 'title_page', 'contents']) {
      list.value = part;
      list.dispatchEvent(new Event('change'));
      await stable();
    }
    const names = () =>
      [...row('partOrder').querySelectorAll('.ordered-name')].map((one) => one.textContent);
    expect(names()).toEqual(['Title page', 'Contents', 'The text itself']);
    await press('Move “Contents” down');
    await press('Take “Title page” out');
    expect(names()).toEqual(['The text itself', 'Contents']);
    expect(page.hasUnsavedChanges()).toBe(true);
  });

  it('refuses a file that is too large before it travels', async () => {
    const { root, http, upload } = await render(requirementsRecord({ profile: NOTHING }));
    const file = new File(['x'], 'rules.pdf');
    Object.defineProperty(file, 'size', { value: 11 * 1024 * 1024 });
    await upload(file);
    http.expectNone(UPLOAD);
    expect(root.textContent).toContain('“rules.pdf” has 11 MB; at most 10 MB can be read.');
  });

  it.each([
    [415, 'UNSUPPORTED_FILE', 'is of a kind that cannot be read'],
    [422, 'UNREADABLE_FILE', 'It may be a scan without a text layer'],
    [503, 'UNAVAILABLE', 'Come again.'],
  ])('says in words why a file was refused with %i', async (status, code, words) => {
    const { root, http, upload, stable } = await render(requirementsRecord({ profile: NOTHING }));
    await upload(new File(['x'], 'rules.pdf'));
    const problem = { code, detail: 'Come again.' };
    http.expectOne(UPLOAD).flush(problem, { status, statusText: 'No' });
    await stable();
    expect(root.querySelector('[role=alert]')?.textContent).toContain(words);
  });

  it('asks before a file replaces rules, and shows what was read', async () => {
    const { root, http, upload, press, stable } = await render();
    await upload(new File(['x'], 'rules.txt'));
    http.expectNone(UPLOAD);
    await press('Read the file');
    const { titlePage: _, ...read } = requirementsRecord({ version: 3 });
    http.expectOne(UPLOAD).flush(read);
    await stable();
    expect(root.textContent).toContain('“rules.txt” was read: 2 rules were found.');
  });

  it('shares what is stored, under a name', async () => {
    const { root, http, press, stable } = await render();
    await press('Share');
    expect(root.textContent).toContain('Use at least 3 letters.');
    const name = root.querySelector<HTMLInputElement>('input[name=profileName]')!;
    name.value = 'Faculty of Otters';
    name.dispatchEvent(new Event('input'));
    await press('Share');
    const request = http.expectOne('/api/v1/formatting-profiles');
    expect(request.request.body).toEqual({ documentId: 'd1', name: 'Faculty of Otters' });
    request.flush(knownProfileRecord({ id: 'p2', name: 'Faculty of Otters', shared: true }));
    await stable();
    expect(root.textContent).toContain('“Faculty of Otters” is shared.');
    expect(root.querySelectorAll('.profile')).toHaveLength(3);
  });
});

const NOTHING = { values: {}, silences: [], contradictions: [] };
