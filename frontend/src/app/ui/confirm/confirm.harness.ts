import { ComponentHarness } from '@angular/cdk/testing';

export class ConfirmHarness extends ComponentHarness {
  static readonly hostSelector = 'tg-confirm';

  private readonly dialog = this.locatorFor('dialog');
  private readonly buttons = this.locatorForAll('button');

  async isOpen(): Promise<boolean> {
    return (await this.dialog()).getProperty<boolean>('open');
  }

  async press(label: string): Promise<void> {
    for (const button of await this.buttons()) {
      if ((await button.text()) === label) return button.click();
    }
    throw new Error(`no button “${label}”`);
  }
}
