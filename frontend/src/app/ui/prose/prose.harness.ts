import { ComponentHarness, TestKey } from '@angular/cdk/testing';

export class ProseHarness extends ComponentHarness {
  static readonly hostSelector = 'tg-prose';

  private readonly citations = this.locatorForAll('.tg-citation');
  private readonly labels = this.locatorForAll('.tg-citation-label');

  async text(): Promise<string> {
    return (await this.host()).text();
  }

  async citationLabels(): Promise<string[]> {
    return Promise.all((await this.labels()).map((label) => label.text()));
  }

  async openCitation(index: number): Promise<void> {
    await (await this.citations())[index]?.sendKeys(TestKey.ENTER);
  }
}
