import { ComponentHarness } from '@angular/cdk/testing';

export class PagerHarness extends ComponentHarness {
  static readonly hostSelector = 'tg-pager';

  private readonly buttons = this.locatorForAll('button');

  /** Empty where there is one page only. */
  async offered(): Promise<string[]> {
    const names: string[] = [];
    for (const button of await this.buttons()) {
      if (!(await button.getProperty<boolean>('disabled'))) names.push(await button.text());
    }
    return names;
  }

  async press(name: string): Promise<void> {
    for (const button of await this.buttons()) {
      if ((await button.text()) === name) return button.click();
    }
    throw new Error(`no button “${name}”`);
  }
}
