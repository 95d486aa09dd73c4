import { ButtonHarness } from '../button/button.harness';

export class ToolButtonHarness extends ButtonHarness {
  static override readonly hostSelector = '[tgToolButton]';

  async name(): Promise<string | null> {
    return (await this.host()).getAttribute('aria-label');
  }

  async tip(): Promise<string | null> {
    return (await this.host()).getAttribute('title');
  }
}
