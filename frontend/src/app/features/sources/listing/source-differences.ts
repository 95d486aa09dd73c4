import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Source } from '../../../api/generated/models';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { PROVIDER_NAMES } from '../provider-names';
import type { Difference } from '../corrections';

/** Where a reference and the record of the work contradict each other; its owner decides. */
@Component({
  selector: 'tg-source-differences',
  imports: [Button, Icon, TranslocoDirective],
  templateUrl: './source-differences.html',
  host: { class: 'source-differences' },
})
export class SourceDifferences {
  readonly source = input.required<Source>();
  readonly busy = input(false);
  readonly take = output<Difference>();

  protected readonly differences = computed(() => this.source().check?.differences ?? []);
  protected readonly provider = computed(() => {
    const provider = this.source().check?.provider;
    return provider === null || provider === undefined ? '' : PROVIDER_NAMES[provider];
  });
}
