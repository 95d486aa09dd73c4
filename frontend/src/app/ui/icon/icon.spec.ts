import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Icon } from './icon';
import { IconHarness } from './icon.harness';

it('Icon is not read out', async () => {
  const fixture = TestBed.createComponent(Icon);
  fixture.componentRef.setInput('name', 'book');
  const icon = await TestbedHarnessEnvironment.harnessForFixture(fixture, IconHarness);
  expect(await icon.isDecorative()).toBe(true);
});
