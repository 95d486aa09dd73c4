import { Component, computed, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Source } from '../../../api/generated/models';
import { Locale } from '../../../core/i18n/locale';
import type { Problem } from '../../../core/problem/problem';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Badge } from '../../../ui/badge/badge';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { ToolButton } from '../../../ui/tool-button/tool-button';
import { FactsLine } from '../facts-line';
import { PROVIDER_NAMES } from '../provider-names';
import type { Difference } from '../corrections';
import { ExistenceSign } from './existence-sign';
import { existenceOf } from './source-filter';
import { SourceDifferences } from './source-differences';

/** A source with all that is known of it, and what may be done about it. */
@Component({
  selector: 'tg-source-item',
  imports: [
    Badge,
    Button,
    ExistenceSign,
    FactsLine,
    Icon,
    ProblemNotice,
    RouterLink,
    SourceDifferences,
    ToolButton,
    TranslocoDirective,
  ],
  templateUrl: './source-item.html',
  host: { class: 'source-item' },
})
export class SourceItem {
  readonly source = input.required<Source>();
  /** Something is being done about it. */
  readonly busy = input(false);
  readonly problem = input<Problem>();
  readonly check = output();
  readonly edit = output();
  readonly remove = output();
  readonly take = output<Difference>();
  /** There are others that it might be the same work as. */
  readonly joinable = input(false);
  /** Another one that looks like the same work. */
  readonly twin = input<Source>();
  /** It is the same work as another, which may be known already. */
  readonly join = output<Source | null>();

  protected readonly locale = inject(Locale);
  protected readonly existence = computed(() => existenceOf(this.source()));
  protected readonly provider = computed(() => {
    const provider = this.source().check?.provider;
    return provider === null || provider === undefined ? null : PROVIDER_NAMES[provider];
  });
}
