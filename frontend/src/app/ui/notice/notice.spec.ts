import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Notice } from './notice';
import { NoticeHarness } from './notice.harness';

@Component({
  imports: [Notice],
  template: `
    <tg-notice kind="danger" heading="Stopped">It broke.</tg-notice>
    <tg-notice kind="success">Saved.</tg-notice>
  `,
})
class Page {}

describe('Notice', () => {
  it('announces at once what went wrong, and politely the rest', async () => {
    const fixture = TestBed.createComponent(Page);
    const loader = TestbedHarnessEnvironment.loader(fixture);
    const [wrong, right] = await loader.getAllHarnesses(NoticeHarness);
    expect([await wrong?.role(), await right?.role()]).toEqual(['alert', 'status']);
    expect(await wrong?.text()).toContain('Stopped');
  });
});
