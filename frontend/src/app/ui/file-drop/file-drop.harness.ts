import { ComponentHarness } from '@angular/cdk/testing';

export class FileDropHarness extends ComponentHarness {
  static readonly hostSelector = 'tg-file-drop';

  private readonly input = this.locatorFor('input[type="file"]');

  async drop(files: readonly File[]): Promise<void> {
    await (await this.host()).dispatchEvent('drop', { dataTransfer: { files } as never });
  }

  async acceptsMany(): Promise<boolean> {
    return (await this.input()).getProperty<boolean>('multiple');
  }
}
