import { ComponentHarness } from '@angular/cdk/testing';

export class SwitchHarness extends ComponentHarness {
  static readonly hostSelector = 'tg-switch';

  private readonly box = this.locatorFor('input');

  async isOn(): Promise<boolean> {
    return (await this.box()).getProperty<boolean>('checked');
  }

  async toggle(): Promise<void> {
    await (await this.box()).click();
  }

  /** What assistive technology reads out after the label. */
  async description(): Promise<string> {
    const id = await (await this.box()).getAttribute('aria-describedby');
    return (await this.locatorFor(`[id="${id ?? ''}"]`)()).text();
  }
}
