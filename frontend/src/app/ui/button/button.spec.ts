import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Button } from './button';
import { ButtonHarness } from './button.harness';

@Component({
  imports: [Button],
  template: `<button tgButton="primary" [busy]="busy()" (click)="clicks.set(clicks() + 1)">
    Save
  </button>`,
})
class Page {
  readonly busy = signal(false);
  readonly clicks = signal(0);
}

describe('Button', () => {
  it('swallows clicks while busy, and stays focusable', async () => {
    const fixture = TestBed.createComponent(Page);
    const button = await TestbedHarnessEnvironment.loader(fixture).getHarness(ButtonHarness);
    await button.click();
    fixture.componentInstance.busy.set(true);
    await fixture.whenStable();
    await button.click();
    expect(await button.isBusy()).toBe(true);
    expect(await (await button.host()).getProperty<boolean>('disabled')).toBe(false);
    expect(fixture.componentInstance.clicks()).toBe(1);
  });
});
