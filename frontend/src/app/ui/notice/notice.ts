import { Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icon-paths';

export type NoticeKind = 'info' | 'success' | 'warning' | 'danger';

const ICONS: Record<NoticeKind, IconName> = {
  info: 'info',
  success: 'check',
  warning: 'warning',
  danger: 'warning',
};

/** Something the reader should know; what went wrong is announced at once, the rest politely. */
@Component({
  selector: 'tg-notice',
  imports: [Icon],
  template: `
    <tg-icon [name]="icon()" />
    <div class="tg-notice-body">
      @if (heading()) {
        <p class="tg-notice-heading">{{ heading() }}</p>
      }
      <ng-content />
    </div>
  `,
  host: {
    '[class]': '"tg-notice tg-notice-" + kind()',
    '[attr.role]': 'kind() === "danger" ? "alert" : "status"',
  },
})
export class Notice {
  readonly kind = input<NoticeKind>('info');
  readonly heading = input<string>();

  protected readonly icon = computed(() => ICONS[this.kind()]);
}
