import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Empty } from './empty';
import { EmptyHarness } from './empty.harness';

@Component({
  imports: [Empty],
  template: `<tg-empty heading="No sources yet"><p>Bring some first.</p></tg-empty>`,
})
class Page {}

it('Empty says what will be there, and what to do first', async () => {
  const loader = TestbedHarnessEnvironment.loader(TestBed.createComponent(Page));
  const empty = await loader.getHarness(EmptyHarness);
  expect(await empty.heading()).toBe('No sources yet');
  expect(await empty.text()).toContain('Bring some first.');
});
