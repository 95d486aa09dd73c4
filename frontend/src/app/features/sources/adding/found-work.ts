import { Component, computed, input, output } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import type { Candidate } from '../../../api/generated/models';
import { doiUrl } from '../../../core/links/doi-url';
import { ProblemNotice } from '../../../core/problem/problem-notice';
import { Badge } from '../../../ui/badge/badge';
import { Button } from '../../../ui/button/button';
import { Icon } from '../../../ui/icon/icon';
import { FactsLine } from '../facts-line';
import { PROVIDER_NAMES } from '../provider-names';
import type { Taking } from './work-search.store';

/** A published work that may be added, or the reason why not. */
@Component({
  selector: 'tg-found-work',
  imports: [Badge, Button, FactsLine, Icon, ProblemNotice, TranslocoDirective],
  templateUrl: './found-work.html',
  host: { class: 'found-work' },
})
export class FoundWork {
  readonly work = input.required<Candidate>();
  readonly taking = input<Taking>();
  readonly add = output();

  protected readonly doiUrl = doiUrl;
  protected readonly provider = computed(() => PROVIDER_NAMES[this.work().provider]);
  protected readonly problem = computed(() => {
    const taking = this.taking();
    return typeof taking === 'object' ? taking : null;
  });
  protected readonly state = computed(() => {
    const { alreadyInLibrary, retracted, doi } = this.work();
    if (this.taking() === 'added') return 'added';
    if (alreadyInLibrary) return 'inLibrary';
    if (retracted === true) return 'retracted';
    return doi === null ? 'noDoi' : 'addable';
  });
}
