import { ComponentHarness } from '@angular/cdk/testing';

export class ProgressHarness extends ComponentHarness {
  static readonly hostSelector = 'tg-progress';

  async name(): Promise<string | null> {
    return (await this.host()).getAttribute('aria-label');
  }

  /** Whole per cent; null while none is known. */
  async value(): Promise<number | null> {
    const told = await (await this.host()).getAttribute('aria-valuenow');
    return told === null ? null : Number(told);
  }
}
