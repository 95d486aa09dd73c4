import { ComponentHarness } from '@angular/cdk/testing';

export class BadgeHarness extends ComponentHarness {
  static readonly hostSelector = 'tg-badge';

  async words(): Promise<string> {
    return (await this.host()).text();
  }

  /** Of its classes, the one that colours it. */
  async tone(): Promise<string | undefined> {
    const classes = await (await this.host()).getAttribute('class');
    return /tg-badge-(\w+)/.exec(classes ?? '')?.[1];
  }
}
