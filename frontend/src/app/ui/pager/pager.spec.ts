import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Pager } from './pager';
import { PagerHarness } from './pager.harness';

@Component({
  imports: [Pager],
  template: `<tg-pager
    [(page)]="page"
    [pages]="pages()"
    label="Pages"
    backLabel="Back"
    forwardLabel="On"
    position="here"
  />`,
})
class Page {
  readonly page = signal(1);
  readonly pages = signal(2);
}

describe('Pager', () => {
  async function render() {
    const fixture = TestBed.createComponent(Page);
    const loader = TestbedHarnessEnvironment.loader(fixture);
    return { list: fixture.componentInstance, pager: await loader.getHarness(PagerHarness) };
  }

  it('goes no further than there are pages', async () => {
    const { list, pager } = await render();
    expect(await pager.offered()).toEqual(['On']);
    await pager.press('On');
    expect(list.page()).toBe(2);
    expect(await pager.offered()).toEqual(['Back']);
  });

  it('is not there for a single page', async () => {
    const { list, pager } = await render();
    list.pages.set(1);
    expect(await pager.offered()).toEqual([]);
  });
});
