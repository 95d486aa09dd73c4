import { ComponentHarness } from '@angular/cdk/testing';

export class DialogHarness extends ComponentHarness {
  static readonly hostSelector = 'tg-dialog';

  private readonly dialog = this.locatorFor('dialog');
  private readonly closer = this.locatorFor('.tg-dialog-head button');

  async isOpen(): Promise<boolean> {
    return (await this.dialog()).getProperty<boolean>('open');
  }

  /** The name under which assistive technology announces it. */
  async name(): Promise<string> {
    const id = await (await this.dialog()).getAttribute('aria-labelledby');
    return (await this.locatorFor(`[id="${id ?? ''}"]`)()).text();
  }

  /** By the cross in its corner. */
  async close(): Promise<void> {
    await (await this.closer()).click();
  }
}
