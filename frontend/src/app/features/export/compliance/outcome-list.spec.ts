import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { provideEnglish } from '../../../../testing/providers';
import { settled } from '../../../../testing/settled';
import type { RuleOutcome } from '../../../api/generated/models';
import { OutcomeList } from './outcome-list';

const outcome: RuleOutcome = {
  rule: 'fontSize',
  state: 'broken',
  expected: '12 pt',
  found: '9 pt',
  detail: null,
  reason: null,
  places: ['page 12: “Memory”', 'section 3'],
};

@Component({
  imports: [OutcomeList],
  template: '<tg-outcome-list [outcomes]="outcomes" [paged]="paged" (toPage)="page = $event" />',
})
class Page {
  readonly outcomes = [outcome];
  paged = true;
  page = 0;
}

describe('OutcomeList', () => {
  async function render(paged: boolean) {
    TestBed.configureTestingModule({ providers: [provideEnglish(), provideRouter([])] });
    const fixture = TestBed.createComponent(Page);
    const page = fixture.componentInstance;
    page.paged = paged;
    await settled();
    await fixture.whenStable();
    const root = fixture.nativeElement as HTMLElement;
    return { page, root, buttons: [...root.querySelectorAll('button')] };
  }

  it('leads to a page that a place names, and to no other place', async () => {
    const { page, buttons } = await render(true);
    expect(buttons.map(({ textContent }) => textContent.trim())).toEqual(['page 12: “Memory”']);
    buttons[0]?.click();
    expect(page.page).toBe(12);
  });

  it('names the places of a file whose pages cannot be shown', async () => {
    const { root, buttons } = await render(false);
    expect(buttons).toEqual([]);
    expect(root.textContent).toContain('page 12: “Memory”');
  });
});
