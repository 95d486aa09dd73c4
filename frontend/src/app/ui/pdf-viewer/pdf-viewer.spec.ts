import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { FakePdfEngine, NO_BYTES, withoutLayout } from '../../../testing/fake-pdf';
import { settled } from '../../../testing/settled';
import { PdfError } from './open-pdf';
import { PdfJsEngine } from './pdfjs-engine';
import { type PdfPlace, PdfViewer } from './pdf-viewer';
import { PdfViewerHarness } from './pdf-viewer.harness';
import { SAMPLE_LABELS } from './sample-labels';

@Component({
  imports: [PdfViewer],
  template: '<tg-pdf-viewer [bytes]="bytes()" [labels]="labels" [place]="place()" />',
})
class Page {
  readonly bytes = signal(NO_BYTES);
  readonly labels = SAMPLE_LABELS;
  readonly place = signal<PdfPlace | null>(null);
}

describe('PdfViewer', () => {
  beforeAll(withoutLayout);

  async function render(engine: FakePdfEngine) {
    TestBed.configureTestingModule({ providers: [{ provide: PdfJsEngine, useValue: engine }] });
    const fixture = TestBed.createComponent(Page);
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const viewer = await loader.getHarness(PdfViewerHarness);
    await settled();
    return { fixture, page: fixture.componentInstance, viewer };
  }

  const long = () =>
    new FakePdfEngine(600, (page) => [`These are the words of page ${String(page)}.`]);

  it('draws the pages near to where one is, however many there are', async () => {
    const engine = long();
    const { viewer } = await render(engine);
    expect(await viewer.drawn()).toEqual([1, 2]);
    expect(await viewer.page()).toBe(1);
    expect(engine.drawn).toBeLessThan(5);
  });

  it('marks the words that it is led to, on their page only', async () => {
    const { page, viewer } = await render(long());
    page.place.set({ page: 2, passage: 'words of page 2' });
    await settled();
    expect(await viewer.marked('passage')).toEqual(['words of page 2']);
  });

  it('says when the words are not on the page', async () => {
    const { page, viewer } = await render(long());
    page.place.set({ page: 2, passage: 'entirely different words, which stand nowhere' });
    await settled();
    expect(await viewer.text()).toContain('The passage could not be found');
  });

  it('finds words, and leads from one to the next by its buttons', async () => {
    const { viewer } = await render(
      new FakePdfEngine(3, (page) => [`A word, and page ${String(page)}.`]),
    );
    await viewer.press('Find');
    await viewer.find('word');
    await settled();
    expect(await viewer.text()).toContain('1 of 3');
    expect(await viewer.marked('current')).toEqual(['word']);
    await viewer.press('Next finding');
    expect(await viewer.text()).toContain('2 of 3');
    await viewer.press('Close');
    expect(await viewer.marked('found')).toEqual([]);
  });

  it('is made larger and as wide as before by keys', async () => {
    const { viewer } = await render(long());
    await viewer.key('+');
    expect(await viewer.text()).toContain('125 %');
    await viewer.key('0');
    expect(await viewer.text()).toContain('100 %');
  });

  it.each(['damaged', 'password', 'slow', 'unread', 'program'] as const)(
    'says why a file that is %s is not shown',
    async (failure) => {
      const engine = long();
      engine.failure = new PdfError(failure);
      const { viewer, page } = await render(engine);
      expect(await viewer.text()).toContain(page.labels.failed[failure]);
      expect(await viewer.drawn()).toEqual([]);
    },
  );

  it('says so when a file breaks while it is read', async () => {
    const engine = long();
    const { viewer, page } = await render(engine);
    engine.breakNow(new PdfError('unread'));
    await settled();
    expect(await viewer.text()).toContain(page.labels.failed.unread);
    expect(engine.closed).toBe(1);
  });

  it('says of a page that it cannot be shown, and shows the others', async () => {
    const engine = long();
    engine.brokenPage = 2;
    const { viewer } = await render(engine);
    expect(await viewer.text()).toContain('This page cannot be shown.');
    expect(await viewer.text()).toContain('words of page 1');
  });

  it('says of a page that there is too much on it, and shows the others', async () => {
    const engine = long();
    engine.complexPage = 1;
    const { viewer } = await render(engine);
    expect(await viewer.text()).toContain('too complex');
    expect(await viewer.text()).toContain('words of page 2');
    expect(engine.opened).toBe(1);
  });

  it('begins anew without a page that never ends, and shows the others', async () => {
    jest.useFakeTimers({ advanceTimers: true });
    const engine = long();
    engine.stuckPage = 1;
    const { viewer } = await render(engine);
    expect(engine.drawn).toBe(1);
    await jest.advanceTimersByTimeAsync(20_000);
    jest.useRealTimers();
    await settled();
    expect(engine).toMatchObject({ opened: 2, closed: 1 });
    expect(await viewer.text()).toContain('too complex');
    expect(await viewer.text()).toContain('words of page 2');
  });

  it('leaves nothing open behind it', async () => {
    const engine = long();
    const { fixture } = await render(engine);
    fixture.destroy();
    expect(engine.closed).toBe(1);
    expect(engine.released).toBe(engine.drawn);
  });
});
