import { ComponentHarness } from '@angular/cdk/testing';
import { PdfViewerHarness } from '../../../ui/pdf-viewer/pdf-viewer.harness';

export class ExportPreviewHarness extends ComponentHarness {
  static readonly hostSelector = 'tg-export-preview';

  /** Null until the file is there. */
  readonly viewer = this.locatorForOptional(PdfViewerHarness);
  private readonly progress = this.locatorForOptional('[role=progressbar]');
  private readonly button = this.locatorFor('tg-problem button');

  /** Per cent of the file; null where nothing is on its way. */
  async loaded(): Promise<number | null> {
    const value = await (await this.progress())?.getAttribute('aria-valuenow');
    // the viewer that opens it cannot know how far it is
    return value === null || value === undefined ? null : Number(value);
  }

  async retry(): Promise<void> {
    await (await this.button()).click();
  }
}
