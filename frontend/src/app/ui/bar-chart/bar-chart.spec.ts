import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { BarChart } from './bar-chart';
import { BarChartHarness } from './bar-chart.harness';

@Component({
  imports: [BarChart],
  template: '<tg-bar-chart heading="Tokens" summary="12 in all" [bars]="bars()" />',
})
class Page {
  readonly values = signal<number[]>([]);
  readonly bars = () => this.values().map((value) => ({ label: 'Day', value, text: `${value}` }));
}

describe('BarChart', () => {
  async function heights(values: number[]) {
    const fixture = TestBed.createComponent(Page);
    fixture.componentInstance.values.set(values);
    const chart = await TestbedHarnessEnvironment.loader(fixture).getHarness(BarChartHarness);
    expect(await chart.name()).toBe('Tokens: 12 in all');
    return chart.heights();
  }

  it('draws each value against the greatest', async () => {
    expect(await heights([5, 10, 0])).toEqual([50, 100, 0]);
  });

  it('shows that something is more than nothing', async () => {
    expect(await heights([1, 100_000, 0])).toEqual([2, 100, 0]);
  });

  it('draws no bars below nothing, and none of nothing', async () => {
    expect(await heights([-5, 0])).toEqual([0, 0]);
    expect(await heights([])).toEqual([]);
  });
});
