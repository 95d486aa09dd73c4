import { Component, computed, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Badge, type BadgeTone } from '../../../ui/badge/badge';
import { Icon } from '../../../ui/icon/icon';
import type { IconName } from '../../../ui/icon/icon-paths';
import type { Existence } from './source-filter';

const LOOKS: Record<Existence, { icon: IconName; tone: BadgeTone }> = {
  open: { icon: 'clock', tone: 'plain' },
  unchecked: { icon: 'question', tone: 'plain' },
  verified: { icon: 'check', tone: 'good' },
  differs: { icon: 'differs', tone: 'warn' },
  not_found: { icon: 'missing', tone: 'bad' },
};

/** Whether a work exists, in words beside a sign. */
@Component({
  selector: 'tg-existence-sign',
  imports: [Badge, Icon, TranslocoDirective],
  template: `
    <tg-badge *transloco="let t; prefix: 'sources'" [tone]="look().tone">
      <tg-icon [name]="look().icon" />{{ t('existence.' + existence()) }}
    </tg-badge>
  `,
})
export class ExistenceSign {
  readonly existence = input.required<Existence>();

  protected readonly look = computed(() => LOOKS[this.existence()]);
}
