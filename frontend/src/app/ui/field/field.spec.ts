import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { Component, signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Field } from './field';
import { FieldControl } from './field-control';
import { FieldHarness } from './field.harness';

@Component({
  imports: [Field, FieldControl],
  template: `
    <tg-field label="Title" hint="As printed." [error]="error()"><input tgControl /></tg-field>
    <tg-field label="Topic"><textarea tgControl></textarea></tg-field>
  `,
})
class Page {
  readonly error = signal<string | undefined>(undefined);
}

describe('Field', () => {
  async function fields() {
    const fixture = TestBed.createComponent(Page);
    const all = await TestbedHarnessEnvironment.loader(fixture).getAllHarnesses(FieldHarness);
    return { page: fixture.componentInstance, title: all[0]!, topic: all[1]! };
  }

  it('ties each label to its own control', async () => {
    const { title, topic } = await fields();
    expect(await title.isLabelled()).toBe(true);
    expect(await topic.isLabelled()).toBe(true);
  });

  it('reads out hint and error with the control', async () => {
    const { page, title, topic } = await fields();
    expect(await title.description()).toEqual(['As printed.']);
    expect(await topic.description()).toEqual([]);
    page.error.set('This is needed.');
    expect(await title.description()).toEqual(['As printed.', 'This is needed.']);
    expect(await title.isInvalid()).toBe(true);
  });
});
