import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { FileDrop } from './file-drop';
import { FileDropHarness } from './file-drop.harness';

describe('FileDrop', () => {
  async function render() {
    const fixture = TestBed.createComponent(FileDrop);
    fixture.componentRef.setInput('label', 'Drop files here');
    fixture.componentRef.setInput('hint', 'PDF or BibTeX');
    const taken: string[][] = [];
    fixture.componentInstance.files.subscribe((files) => taken.push(files.map(({ name }) => name)));
    const drop = await TestbedHarnessEnvironment.harnessForFixture(fixture, FileDropHarness);
    return { drop, taken };
  }

  it('hands over all files of one drop', async () => {
    const { drop, taken } = await render();
    expect(await drop.acceptsMany()).toBe(true);
    await drop.drop([new File([''], 'a.pdf'), new File([''], 'b.bib')]);
    expect(taken).toEqual([['a.pdf', 'b.bib']]);
  });

  it('takes a drop without files for nothing', async () => {
    const { drop, taken } = await render();
    await drop.drop([]);
    expect(taken).toEqual([]);
  });
});
