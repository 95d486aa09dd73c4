import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { DropScreen } from './drop-screen';
import { DropScreenHarness } from './drop-screen.harness';

describe('DropScreen', () => {
  async function render() {
    const fixture = TestBed.createComponent(DropScreen);
    fixture.componentRef.setInput('label', 'Let go to add them');
    fixture.componentRef.setInput('hint', 'PDF or BibTeX');
    const taken: string[][] = [];
    fixture.componentInstance.files.subscribe((files) => taken.push(files.map(({ name }) => name)));
    const screen = await TestbedHarnessEnvironment.harnessForFixture(fixture, DropScreenHarness);
    return { screen, taken };
  }

  const files = [new File(['a'], 'a.pdf'), new File(['b'], 'b.bib')];

  afterEach(() => {
    document.body.replaceChildren();
  });

  it('shows itself while files are over the page, and takes those let go', async () => {
    const { screen, taken } = await render();
    await screen.send('dragenter', files);
    expect(await screen.isShown()).toBe(true);
    const event = await screen.send('drop', files);
    expect(event.defaultPrevented).toBe(true);
    expect(await screen.isShown()).toBe(false);
    expect(taken).toEqual([['a.pdf', 'b.bib']]);
  });

  it('goes away when the files leave the window', async () => {
    const { screen, taken } = await render();
    await screen.send('dragenter', files);
    await screen.send('dragleave', files);
    expect(await screen.isShown()).toBe(false);
    expect(taken).toEqual([]);
  });

  it('leaves a dragged text alone', async () => {
    const { screen, taken } = await render();
    await screen.send('dragenter', []);
    expect(await screen.isShown()).toBe(false);
    expect((await screen.send('drop', [])).defaultPrevented).toBe(false);
    expect(taken).toEqual([]);
  });

  it('takes nothing behind a dialog, and does not let the browser leave for the file', async () => {
    const { screen, taken } = await render();
    const dialog = document.createElement('dialog');
    dialog.setAttribute('open', '');
    document.body.append(dialog);
    expect((await screen.send('drop', files)).defaultPrevented).toBe(true);
    expect(taken).toEqual([]);
  });

  it('leaves to a place of its own what was dropped there', async () => {
    const { screen, taken } = await render();
    const own = (event: Event) => {
      event.preventDefault();
    };
    document.body.addEventListener('drop', own);
    await screen.send('drop', files);
    document.body.removeEventListener('drop', own);
    expect(taken).toEqual([]);
  });
});
