import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../../../ui/icon/icon';
import { SUPPORT_LOOKS, type SupportState } from './support-state';

/**
 * The state of a citation within the running text. That all is well is said by a sign to those who
 * see it; everything else is spelt out.
 */
@Component({
  selector: 'tg-citation-mark',
  imports: [Icon, TranslocoDirective],
  template: `
    <ng-container *transloco="let t; prefix: 'reading.evidence'">
      <span class="visually-hidden">, </span><tg-icon [name]="look().icon" />
      <span [class.visually-hidden]="state() === 'supported'">{{ t('states.' + state()) }}</span>
    </ng-container>
  `,
  host: { '[class]': '"citation-mark citation-mark-" + state()' },
})
export class CitationMark {
  readonly state = input.required<SupportState>();

  protected readonly look = computed(() => SUPPORT_LOOKS[this.state()]);
}
