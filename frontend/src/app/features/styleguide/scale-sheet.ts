import { Component } from '@angular/core';

const SIZES = ['3xl', '2xl', 'xl', 'lg', 'md', 'sm', 'xs'] as const;
/** Letters of all alphabets that the interface is written in. */
const SPECIMEN = 'Quiet rooms · Тихі кімнати · Città';

@Component({
  selector: 'tg-scale-sheet',
  template: `
    <h2>Type</h2>
    @for (family of ['serif', 'sans']; track family) {
      <ul class="scale">
        @for (size of sizes; track size) {
          <li>
            <code>--text-{{ size }}</code>
            <span
              [style.font-family]="'var(--' + family + ')'"
              [style.font-size]="'var(--text-' + size + ')'"
              >{{ specimen }}</span
            >
          </li>
        }
      </ul>
    }
  `,
})
export class ScaleSheet {
  protected readonly sizes = SIZES;
  protected readonly specimen = SPECIMEN;
}
