import { ComponentHarness } from '@angular/cdk/testing';

export class EmptyHarness extends ComponentHarness {
  static readonly hostSelector = 'tg-empty';

  private readonly title = this.locatorFor('h2');

  async heading(): Promise<string> {
    return (await this.title()).text();
  }

  /** All that it says, its heading included. */
  async text(): Promise<string> {
    return (await this.host()).text();
  }
}
