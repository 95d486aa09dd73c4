import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { Progress } from './progress';
import { ProgressHarness } from './progress.harness';

describe('Progress', () => {
  async function render(value: number | null): Promise<ProgressHarness> {
    const fixture = TestBed.createComponent(Progress);
    fixture.componentRef.setInput('value', value);
    fixture.componentRef.setInput('label', 'Writing');
    return TestbedHarnessEnvironment.harnessForFixture(fixture, ProgressHarness);
  }

  it.each([
    [41.6, 42],
    [140, 100],
    [-3, 0],
  ])('tells %d as %d per cent', async (value, told) => {
    const bar = await render(value);
    expect(await bar.value()).toBe(told);
    expect(await bar.name()).toBe('Writing');
  });

  it('claims no value while none is known', async () => {
    expect(await (await render(null)).value()).toBeNull();
  });
});
