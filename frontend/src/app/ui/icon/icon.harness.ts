import { ComponentHarness } from '@angular/cdk/testing';

export class IconHarness extends ComponentHarness {
  static readonly hostSelector = 'tg-icon';

  private readonly drawing = this.locatorFor('svg');

  /** Whether it stays out of the way of those who listen. */
  async isDecorative(): Promise<boolean> {
    return (await (await this.drawing()).getAttribute('aria-hidden')) === 'true';
  }
}
