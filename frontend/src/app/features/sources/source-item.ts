import { Component, computed, inject, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Source } from '../../api/generated/models';
import { Locale } from '../../core/i18n/locale';
import { Badge } from '../../ui/badge/badge';
import { Button } from '../../ui/button/button';
import { Icon } from '../../ui/icon/icon';

@Component({
  selector: 'tg-source-item',
  imports: [Badge, Button, Icon, TranslocoDirective],
  templateUrl: './source-item.html',
  host: { class: 'source-item' },
})
export class SourceItem {
  readonly source = input.required<Source>();
  readonly remove = output();

  protected readonly locale = inject(Locale);
  protected readonly authors = computed(() => this.source().authors.join('; '));
}
