import { ComponentHarness } from '@angular/cdk/testing';

export class PdfViewerHarness extends ComponentHarness {
  static readonly hostSelector = 'tg-pdf-viewer';

  private readonly pages = this.locatorForAll('tg-pdf-page');
  private readonly buttons = this.locatorForAll('button');
  private readonly pageField = this.locatorForOptional('.tg-pdf-page-field');

  /** The numbers of the pages that are kept drawn. */
  async drawn(): Promise<number[]> {
    const numbers = (await this.pages()).map((page) => page.getAttribute('data-page'));
    return (await Promise.all(numbers)).map(Number);
  }

  /** The words with a mark of this look. */
  async marked(look: 'passage' | 'found' | 'current'): Promise<string[]> {
    const marks = await this.locatorForAll(`.tg-pdf-mark-${look}`)();
    return Promise.all(marks.map((mark) => mark.text()));
  }

  /** At which one is; null where nothing is open. */
  async page(): Promise<number | null> {
    const field = await this.pageField();
    return field === null ? null : Number(await field.getProperty<string>('value'));
  }

  /** Presses the button of this name. */
  async press(name: string): Promise<void> {
    for (const button of await this.buttons()) {
      const label = (await button.getAttribute('aria-label')) ?? (await button.text());
      if (label.includes(name)) return button.click();
    }
    throw new Error(`no button “${name}”`);
  }

  async find(words: string): Promise<void> {
    await (await this.locatorFor('input[type=search]')()).setInputValue(words);
    await (await this.locatorFor('input[type=search]')()).dispatchEvent('input');
  }

  /** Presses a key while the pages have the focus. */
  async key(key: string): Promise<void> {
    await (await this.locatorFor('.tg-pdf-scroller')()).sendKeys(key);
  }

  /** What it says. */
  async text(): Promise<string> {
    return (await this.host()).text();
  }
}
