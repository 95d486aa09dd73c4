import { Component, computed, inject } from '@angular/core';
import { TranslocoDirective } from '@jsverse/transloco';
import { Icon } from '../../../ui/icon/icon';
import type { Contradiction } from '../profile/rules';
import { ValueText } from '../profile/value-text';
import { RequirementsStore } from '../requirements.store';
import { RulesForm } from '../rules-form';

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);

/** Where the rules say two things: both sentences, of which the student chooses one. */
@Component({
  selector: 'tg-conflict-list',
  imports: [Icon, TranslocoDirective],
  templateUrl: './conflict-list.html',
})
export class ConflictList {
  private readonly store = inject(RequirementsStore);
  protected readonly form = inject(RulesForm);
  protected readonly texts = inject(ValueText);

  protected readonly conflicts = computed(() =>
    this.form.conflicts().map((conflict) => ({
      rule: conflict.rule,
      ways: [this.taken(conflict), ...conflict.alternatives],
    })),
  );

  /** Nothing is chosen before the student has. */
  protected isChosen(rule: Contradiction['rule'], value: unknown): boolean {
    const draft = this.form.draft();
    return draft?.decided.has(rule) === true && same(draft.values[rule], value);
  }

  private taken({ rule }: Contradiction) {
    const read = this.store.requirements()?.profile.values[rule];
    return { value: read?.value, quote: read?.quote ?? null, page: read?.page ?? null };
  }
}
