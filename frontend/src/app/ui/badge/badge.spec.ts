import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Badge } from './badge';
import { BadgeHarness } from './badge.harness';

@Component({
  imports: [Badge],
  template: `<tg-badge>Begun</tg-badge><tg-badge tone="good">Written</tg-badge>`,
})
class Page {}

it('Badge says a state in words, and supports it by a tone', async () => {
  const loader = TestbedHarnessEnvironment.loader(TestBed.createComponent(Page));
  const [plain, good] = await loader.getAllHarnesses(BadgeHarness);
  expect([await plain?.words(), await plain?.tone()]).toEqual(['Begun', 'plain']);
  expect([await good?.words(), await good?.tone()]).toEqual(['Written', 'good']);
});
