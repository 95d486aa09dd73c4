import { Component } from '@angular/core';

/** Lines where documents will stand, so that nothing jumps when they do. */
@Component({
  selector: 'tg-cards-to-come',
  template: `
    @for (card of [1, 2, 3]; track card) {
      <div class="document-card"><span></span><span></span><span></span></div>
    }
  `,
  host: { class: 'cards-to-come', 'aria-hidden': 'true' },
})
export class CardsToCome {}
