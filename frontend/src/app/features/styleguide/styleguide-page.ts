import { Component, ViewEncapsulation } from '@angular/core';
import { ScaleSheet } from './scale-sheet';
import { TokenSheet } from './token-sheet';
import { WidgetSheet } from './widget-sheet';

/**
 * What the interface is made of, in both themes at once. It is for those who build it, and so it
 * is in English only, and in no build for production.
 */
@Component({
  selector: 'tg-styleguide-page',
  imports: [ScaleSheet, TokenSheet, WidgetSheet],
  template: `
    <header class="wide page stack">
      <h1>Style guide</h1>
      <p class="lead">
        Paper, ink and a binding of oxblood leather: every token, the scale of type, and every
        shared widget in its states.
      </p>
    </header>
    <div class="styleguide-themes">
      @for (theme of themes; track theme) {
        <section class="styleguide-theme" [style.color-scheme]="theme" [attr.aria-label]="theme">
          <p class="styleguide-name">{{ theme }}</p>
          <tg-token-sheet />
          <tg-scale-sheet />
          <tg-widget-sheet />
        </section>
      }
    </div>
  `,
  styleUrl: './styleguide.css',
  encapsulation: ViewEncapsulation.None,
})
export class StyleguidePage {
  protected readonly themes = ['light', 'dark'] as const;
}
