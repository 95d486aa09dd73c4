import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, FormField } from '@angular/forms/signals';
import { Switch } from './switch';
import { SwitchHarness } from './switch.harness';

@Component({
  imports: [FormField, Switch],
  template: `<tg-switch label="Must be cited" hint="In any case." [formField]="form.wanted" />`,
})
class Page {
  readonly model = signal({ wanted: true });
  readonly form = form(this.model);
}

describe('Switch', () => {
  async function render() {
    const fixture = TestBed.createComponent(Page);
    const loader = TestbedHarnessEnvironment.loader(fixture);
    return { page: fixture.componentInstance, toggle: await loader.getHarness(SwitchHarness) };
  }

  it('says what it means', async () => {
    const { toggle } = await render();
    expect(await toggle.description()).toBe('In any case.');
  });

  it('is as the form has it, and gives it what is chosen', async () => {
    const { page, toggle } = await render();
    expect(await toggle.isOn()).toBe(true);
    await toggle.toggle();
    expect(page.model().wanted).toBe(false);
    page.model.set({ wanted: true });
    expect(await toggle.isOn()).toBe(true);
  });
});
