import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Badge } from '../../../ui/badge/badge';
import { Icon } from '../../../ui/icon/icon';
import { SUPPORT_LOOKS, type SupportState } from './support-state';

/** How far a passage carries its citation, in words beside a sign. */
@Component({
  selector: 'tg-support-badge',
  imports: [Badge, Icon, TranslocoDirective],
  template: `
    <tg-badge *transloco="let t; prefix: 'reading.evidence'" [tone]="look().tone">
      <tg-icon [name]="look().icon" />{{ t('states.' + state()) }}
    </tg-badge>
  `,
})
export class SupportBadge {
  readonly state = input.required<SupportState>();

  protected readonly look = computed(() => SUPPORT_LOOKS[this.state()]);
}
