import { Component, computed, inject, input } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Locale } from '../../../core/i18n/locale';
import { Badge } from '../../../ui/badge/badge';
import { Icon } from '../../../ui/icon/icon';
import { FindingItem } from './finding-item';
import { CHECK_LOOKS, type ShownCheck } from './shown-check';

/** The author's own words and a proofreader's need no translation. */
const NEVER_ENGLISH: readonly ShownCheck['id'][] = ['language', 'requirements'];

/** One question to the text, what has come of it, and every place concerned. */
@Component({
  selector: 'tg-check-item',
  imports: [Badge, FindingItem, Icon, TranslocoDirective],
  templateUrl: './check-item.html',
  host: { class: 'check' },
})
export class CheckItem {
  readonly check = input.required<ShownCheck>();

  protected readonly locale = inject(Locale);
  protected readonly look = computed(() => CHECK_LOOKS[this.check().state]);
  protected readonly total = computed(() => this.check().findings.length + this.check().more);

  /** The server explains in English and most exactly; other languages have the kind of finding. */
  protected readonly inEnglish = computed(() => this.locale.language() === 'en');
  protected readonly explains = computed(
    () => this.inEnglish() || NEVER_ENGLISH.includes(this.check().id),
  );
}
