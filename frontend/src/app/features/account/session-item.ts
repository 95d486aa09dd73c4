import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Session } from '../../api/generated/models';
import { Locale } from '../../core/i18n/locale';
import { Badge } from '../../ui/badge/badge';
import { Button } from '../../ui/button/button';
import { deviceOf } from './device';

/** One place where the reader is signed in. This browser itself is signed out in the header. */
@Component({
  selector: 'tg-session-item',
  imports: [Badge, Button, TranslocoDirective],
  templateUrl: './session-item.html',
  host: { class: 'session-item' },
})
export class SessionItem {
  readonly session = input.required<Session>();
  readonly busy = input(false);
  readonly end = output();

  protected readonly locale = inject(Locale);
  protected readonly device = computed(() => deviceOf(this.session().userAgent));
}
