import { ComponentHarness } from '@angular/cdk/testing';

export class NoticeHarness extends ComponentHarness {
  static readonly hostSelector = 'tg-notice';

  /** `alert` is announced at once, `status` politely. */
  async role(): Promise<string | null> {
    return (await this.host()).getAttribute('role');
  }

  async text(): Promise<string> {
    return (await this.host()).text();
  }
}
