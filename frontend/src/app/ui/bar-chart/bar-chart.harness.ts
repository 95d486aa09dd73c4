import { ComponentHarness } from '@angular/cdk/testing';

export class BarChartHarness extends ComponentHarness {
  static readonly hostSelector = 'tg-bar-chart';

  private readonly bars = this.locatorForAll('rect');
  private readonly image = this.locatorFor('svg');

  /** What assistive technology reads out for the drawing. */
  async name(): Promise<string | null> {
    return (await this.image()).getAttribute('aria-label');
  }

  /** Of a hundred, from the left. */
  async heights(): Promise<number[]> {
    const heights = (await this.bars()).map((bar) => bar.getAttribute('height'));
    return (await Promise.all(heights)).map(Number);
  }
}
