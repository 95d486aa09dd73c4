import { Component } from '@angular/core';

const INKS = ['ink', 'ink-soft', 'ink-faint', 'accent', 'good', 'warn', 'bad'] as const;
const SURFACES = [
  'paper',
  'sheet',
  'sunk',
  'accent-wash',
  'marker',
  'good-wash',
  'warn-wash',
] as const;
const MORE = ['bad-wash', 'rule', 'rule-strong', 'accent-strong', 'focus'] as const;
const SPACES = [1, 2, 3, 4, 5, 6, 7] as const;

@Component({
  selector: 'tg-token-sheet',
  template: `
    <h2>Colours</h2>
    <ul class="swatches">
      @for (name of colours; track name) {
        <li>
          <span class="swatch" [style.background]="'var(--' + name + ')'"></span>
          <code>--{{ name }}</code>
        </li>
      }
    </ul>
    <h2>Spaces</h2>
    <ul class="spaces">
      @for (step of spaces; track step) {
        <li>
          <span [style.inline-size]="'var(--space-' + step + ')'"></span>
          <code>--space-{{ step }}</code>
        </li>
      }
    </ul>
  `,
})
export class TokenSheet {
  protected readonly colours = [...SURFACES, ...INKS, ...MORE];
  protected readonly spaces = SPACES;
}
