import { ComponentHarness } from '@angular/cdk/testing';

export class FieldHarness extends ComponentHarness {
  static readonly hostSelector = 'tg-field';

  private readonly label = this.locatorFor('label');
  private readonly control = this.locatorFor('.tg-control');

  /** Whether the label really belongs to the control. */
  async isLabelled(): Promise<boolean> {
    const target = await (await this.label()).getAttribute('for');
    return target !== null && target === (await (await this.control()).getAttribute('id'));
  }

  /** What assistive technology reads out after the label. */
  async description(): Promise<string[]> {
    const ids = await (await this.control()).getAttribute('aria-describedby');
    const texts = (ids ?? '').split(' ').filter(Boolean);
    return Promise.all(texts.map(async (id) => (await this.locatorFor(`[id="${id}"]`)()).text()));
  }

  async isInvalid(): Promise<boolean> {
    return (await (await this.control()).getAttribute('aria-invalid')) === 'true';
  }
}
