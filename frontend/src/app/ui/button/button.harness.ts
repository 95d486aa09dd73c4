import { ComponentHarness } from '@angular/cdk/testing';

export class ButtonHarness extends ComponentHarness {
  static readonly hostSelector: string = '.tg-button';

  async click(): Promise<void> {
    await (await this.host()).click();
  }

  async isBusy(): Promise<boolean> {
    return (await (await this.host()).getAttribute('aria-busy')) === 'true';
  }
}
