import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { ActivityEvent } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { ACTIVITY_ICONS, activityText } from './activity-text';

/** What has lately happened, newest first, each leading to its document. */
@Component({
  selector: 'tg-activity-list',
  imports: [Button, Icon, RouterLink, TranslocoDirective],
  templateUrl: './activity-list.html',
  host: { class: 'activity' },
})
export class ActivityList {
  readonly events = input.required<readonly ActivityEvent[]>();
  readonly hasEarlier = input.required<boolean>();
  readonly busy = input.required<boolean>();
  readonly earlier = output();

  protected readonly locale = inject(Locale);
  protected readonly items = computed(() =>
    this.events().map((event) => ({
      event,
      icon: ACTIVITY_ICONS[event.kind],
      text: activityText(event, this.locale),
    })),
  );
}
