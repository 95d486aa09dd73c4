import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { ToolButton } from './tool-button';
import { ToolButtonHarness } from './tool-button.harness';

@Component({
  imports: [ToolButton],
  template: `<button
    tgToolButton
    icon="trash"
    label="Remove “Introduction”"
    tip="Remove"
    [busy]="busy()"
    (click)="clicks.set(clicks() + 1)"
  ></button>`,
})
class Page {
  readonly busy = signal(false);
  readonly clicks = signal(0);
}

describe('ToolButton', () => {
  async function render() {
    const fixture = TestBed.createComponent(Page);
    const button = await TestbedHarnessEnvironment.loader(fixture).getHarness(ToolButtonHarness);
    return { fixture, button };
  }

  it('has a full name and a short tip beside its sign', async () => {
    const { button } = await render();
    expect([await button.name(), await button.tip()]).toEqual(['Remove “Introduction”', 'Remove']);
    const host = await button.host();
    expect(await host.hasClass('tg-button-quiet')).toBe(true);
    expect(await host.hasClass('tg-button-icon')).toBe(true);
    expect(await host.getAttribute('type')).toBe('button');
  });

  it('is a button: it swallows clicks while busy', async () => {
    const { fixture, button } = await render();
    await button.click();
    fixture.componentInstance.busy.set(true);
    await fixture.whenStable();
    await button.click();
    expect(await button.isBusy()).toBe(true);
    expect(fixture.componentInstance.clicks()).toBe(1);
  });
});
