import { booleanAttribute, Component, inject, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import { TranslocoDirective } from '@jsverse/transloco';
import type { RuleOutcome } from '../../../api/generated/models';
import { Badge, type BadgeTone } from '../../../ui/badge/badge';
import { OutcomeText } from './outcome-text';

const TONES: Readonly<Record<RuleOutcome['state'], BadgeTone>> = {
  broken: 'bad',
  not_checkable: 'warn',
  met: 'good',
};

/** The page that a place names, as counted in the file. */
const pageOf = (place: string): number | null => {
  const [, page] = /^page (\d+)/.exec(place) ?? [];
  return page === undefined ? null : Number(page);
};

/** Rules with what a file does with them: where a rule is broken, by how much, and what to do. */
@Component({
  selector: 'tg-outcome-list',
  imports: [Badge, RouterLink, TranslocoDirective],
  templateUrl: './outcome-list.html',
})
export class OutcomeList {
  readonly outcomes = input.required<readonly RuleOutcome[]>();
  /** Whether the pages that are named can be shown. */
  readonly paged = input(false, { transform: booleanAttribute });
  readonly toPage = output<number>();

  protected readonly texts = inject(OutcomeText);
  protected readonly tones = TONES;
  protected readonly pageOf = pageOf;
}
